package dev.kept.request;

import dev.kept.ledger.Entry;
import dev.kept.ledger.Ledger;
import dev.kept.policy.Policy;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;

/**
 * Asks a person to confirm from her mailbox that the request is hers. Called every day until she has, or has not for as
 * long as the policy waits: it reminds her once, and then lets the request lapse. Nothing was looked up by then, and nothing
 * of what was typed is kept. Whoever has confirmed a request that is resumed is told that it goes on.
 */
public final class AskConfirmation {
    /** The day on which a person who has not confirmed gets a second link. */
    private static final int REMINDER = 3;

    private final Policy policy;
    private final RequestFile file;
    private final Waits waits;
    private final Correspondence correspondence;
    private final ForgetContent forget;
    private final Ledger ledger;
    private final Clock clock;

    public AskConfirmation(
            Policy policy,
            RequestFile file,
            Waits waits,
            Correspondence correspondence,
            ForgetContent forget,
            Ledger ledger,
            Clock clock) {
        this.policy = policy;
        this.file = file;
        this.waits = waits;
        this.correspondence = correspondence;
        this.forget = forget;
        this.ledger = ledger;
        this.clock = clock;
    }

    /**
     * @param taskToken under which the workflow waits
     * @throws MailHeld while too many requests came at once
     */
    void ask(String requestId, String taskToken) {
        var request = file.requests().get(requestId);
        file.requests().started(requestId);
        record(request, "request-received", Map.of("kind", request.kind().word(), "policy", request.policy()));
        waits.begin(requestId, Waits.For.CONFIRMATION, taskToken);
        if (request.state() == RequestState.RECEIVED) {
            writeOrLapse(request);
        } else if (request.state() == RequestState.LAPSED) {
            // it died on its way
            end(request);
        } else if (request.state().isOpen() && request.resumed().isPresent()) {
            correspondence.write(
                    request,
                    request.again("resumed"),
                    (letters, address) -> letters.resumed(address, Correspondence.about(request)));
        }
        var now = file.requests().get(requestId).state();
        if (now != RequestState.RECEIVED) {
            waits.wake(requestId, Waits.For.CONFIRMATION, now.word());
        }
    }

    private void writeOrLapse(Request request) {
        if (request.mailAfter()
                .filter(moment -> moment.isAfter(clock.instant()))
                .isPresent()) {
            throw new MailHeld(request.id());
        }
        var today = LocalDate.ofInstant(clock.instant(), policy.zone());
        var since = LocalDate.ofInstant(request.since(), policy.zone());
        if (!today.isBefore(since.plus(policy.deadlines().lapse()))) {
            lapse(request);
        } else if (!today.isBefore(since.plusDays(REMINDER))) {
            write(request, request.again("confirm-again"), true);
        } else {
            write(request, request.again("confirm"), false);
        }
    }

    private void write(Request request, String occasion, boolean reminder) {
        correspondence.write(request, occasion, (letters, address) -> {
            var expires = clock.instant().plus(policy.deadlines().confirmation());
            var token = file.links().issue(request.id(), Links.Purpose.CONFIRM, expires);
            if (reminder) {
                letters.remindToConfirm(address, Correspondence.about(request), token);
            } else {
                letters.confirm(address, Correspondence.about(request), token);
            }
        });
    }

    private void lapse(Request request) {
        if (file.requests().move(request.id(), RequestState.LAPSED)) {
            end(request);
        }
    }

    /** The message leaves before the address goes. */
    private void end(Request request) {
        record(request, "request-lapsed", Map.of());
        correspondence.write(
                request, "lapsed", (letters, address) -> letters.lapsed(address, Correspondence.about(request)));
        forget.forget(request.id());
    }

    private void record(Request request, String what, Map<String, Object> details) {
        var at = what.equals("request-received") ? request.received() : clock.instant();
        ledger.append(new Entry(request.id() + "/" + what, at, what, request.id(), "person", details));
    }

    /** Too many requests came at once: the mail goes out in an hour that has room for it. */
    public static final class MailHeld extends RuntimeException {
        MailHeld(String requestId) {
            super("the mail of request " + requestId + " waits for its turn");
        }
    }
}
