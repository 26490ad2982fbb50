package dev.kept.local.aws;

import dev.kept.local.Mail;
import dev.kept.local.Mailbox;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** The calls of SES (its first version) that send mail: what is sent from a verified sender is in the mailbox. */
public final class MailService implements AwsService {
    private final Clock clock;
    private final Mailbox mailbox;
    private final Set<String> verified = ConcurrentHashMap.newKeySet();
    private final AtomicInteger failures = new AtomicInteger();
    private final AtomicLong sent = new AtomicLong();

    public MailService(Clock clock, Mailbox mailbox, Collection<String> verified) {
        this.clock = clock;
        this.mailbox = mailbox;
        verified.forEach(this::verify);
    }

    /** Lets an address, or every address of a domain, send. */
    public void verify(String identity) {
        verified.add(identity.toLowerCase(Locale.ROOT));
    }

    /** Makes the next calls fail as they do when too much is sent at once. */
    public void failNext(int times) {
        failures.set(times);
    }

    @Override
    public Map<String, Operation> operations() {
        return Map.of("SendEmail", this::sendEmail, "SendRawEmail", this::sendRawEmail);
    }

    private Map<String, Object> sendEmail(Call call) {
        List<String> to = call.members("Destination.ToAddresses");
        List<String> recipients = new ArrayList<>(to);
        recipients.addAll(call.members("Destination.CcAddresses"));
        recipients.addAll(call.members("Destination.BccAddresses"));
        String subject = call.text("Message.Subject.Data");
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("From", call.text("Source"));
        headers.put("To", String.join(", ", to));
        headers.put("Subject", subject);
        List<String> replyTo = call.members("ReplyToAddresses");
        if (!replyTo.isEmpty()) {
            headers.put("Reply-To", String.join(", ", replyTo));
        }
        return send(new Letter(
                call.text("Source"),
                recipients,
                subject,
                call.text("Message.Body.Text.Data", ""),
                call.text("Message.Body.Html.Data", ""),
                headers));
    }

    private Map<String, Object> sendRawEmail(Call call) {
        return send(new RawLetter(call.bytes("RawMessage.Data"))
                .letter(call.text("Source", ""), call.members("Destinations")));
    }

    private Map<String, Object> send(Letter letter) {
        if (failures.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
            throw new AwsFault("Throttling", "Maximum sending rate exceeded.");
        }
        String sender = letter.sender();
        if (!verified.contains(sender) && !verified.contains(sender.substring(sender.indexOf('@') + 1))) {
            throw new AwsFault("MessageRejected", "Email address is not verified: the sender's.");
        }
        List<String> recipients =
                letter.recipients().stream().map(Letter::address).toList();
        if (recipients.isEmpty() || !recipients.stream().allMatch(address -> address.indexOf('@') > 0)) {
            throw new AwsFault("InvalidParameterValue", "Missing final '@domain' in a recipient.");
        }
        String messageId = String.format(Locale.ROOT, "local-%08d", sent.incrementAndGet());
        Map<String, String> headers = new LinkedHashMap<>(letter.headers());
        headers.putIfAbsent("Message-ID", "<" + messageId + "@email.local>");
        Instant now = clock.instant();
        recipients.forEach(
                to -> mailbox.add(new Mail(to, letter.subject(), letter.text(), letter.html(), headers, now)));
        return Map.of("MessageId", messageId);
    }
}
