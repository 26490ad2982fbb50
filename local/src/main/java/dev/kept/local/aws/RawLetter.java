package dev.kept.local.aws;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.codec.DecoderUtil;
import org.apache.james.mime4j.dom.Entity;
import org.apache.james.mime4j.dom.Message;
import org.apache.james.mime4j.dom.Multipart;
import org.apache.james.mime4j.dom.TextBody;
import org.apache.james.mime4j.dom.address.AddressList;
import org.apache.james.mime4j.dom.address.Mailbox;
import org.apache.james.mime4j.message.DefaultMessageBuilder;
import org.apache.james.mime4j.stream.Field;

/** A message that came whole, in MIME: its headers, its first plain text and its first HTML. */
final class RawLetter {
    private final Message message;

    RawLetter(byte[] raw) {
        try {
            message = new DefaultMessageBuilder().parseMessage(new ByteArrayInputStream(raw));
        } catch (IOException e) {
            throw new AwsFault("InvalidParameterValue", "The raw message is not MIME.");
        }
    }

    /** With the sender and the recipients that were given beside the message, where they were. */
    Letter letter(String source, List<String> destinations) {
        Map<String, String> headers = headers();
        String subject = message.getSubject();
        return new Letter(
                source.isEmpty() ? headers.getOrDefault("From", "") : source,
                destinations.isEmpty() ? recipients() : destinations,
                subject == null ? "" : subject,
                part(message, "text/plain"),
                part(message, "text/html"),
                headers);
    }

    private List<String> recipients() {
        return Stream.of(message.getTo(), message.getCc(), message.getBcc())
                .filter(AddressList.class::isInstance)
                .flatMap(list -> list.flatten().stream())
                .map(Mailbox::getAddress)
                .toList();
    }

    private Map<String, String> headers() {
        Map<String, String> headers = new LinkedHashMap<>();
        for (Field field : message.getHeader().getFields()) {
            headers.put(field.getName(), DecoderUtil.decodeEncodedWords(field.getBody(), DecodeMonitor.SILENT));
        }
        return headers;
    }

    private static String part(Entity entity, String type) {
        if (entity.getBody() instanceof Multipart parts) {
            return parts.getBodyParts().stream()
                    .map(each -> part(each, type))
                    .filter(text -> !text.isEmpty())
                    .findFirst()
                    .orElse("");
        }
        boolean attached = "attachment".equals(entity.getDispositionType());
        return entity.getBody() instanceof TextBody text && type.equals(entity.getMimeType()) && !attached
                ? read(text)
                : "";
    }

    private static String read(TextBody body) {
        StringWriter text = new StringWriter();
        try (Reader reader = body.getReader()) {
            reader.transferTo(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }
}
