package dev.kept.request;

import dev.kept.clock.ClockEvent;
import dev.kept.clock.Deadline;
import dev.kept.clock.Deadlines;
import dev.kept.clock.Receipt;
import dev.kept.clock.Span;
import dev.kept.clock.Terms;
import dev.kept.policy.Policy;
import dev.kept.policy.RequestKind;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The clock of requests under the policy in force: what it promises, what the law gives, whichever is earlier. */
public final class RequestClock {
    private final Policy policy;
    private final Deadlines deadlines;

    public RequestClock(Policy policy, Deadlines deadlines) {
        this.policy = policy;
        this.deadlines = deadlines;
    }

    /** The full account of a request's deadline, recomputed from its events. */
    public Deadline deadline(Request request) {
        return request.kind() == RequestKind.CANCELLATION
                ? promised(request)
                : deadline(request.received(), request.events());
    }

    RequestDue due(Instant received, List<ClockEvent> events) {
        var deadline = deadline(received, events);
        return new RequestDue(
                deadline.strictDate(),
                deadline.strict(),
                deadline.outerDate(),
                deadline.outer(),
                deadline.isExtended() ? Optional.of(deadline.strictDate()) : Optional.empty());
    }

    RequestDue dueAfter(Request before, ClockEvent event) {
        if (before.kind() == RequestKind.CANCELLATION) {
            // the days of an account that ends are counted from its end, whatever happens to the file
            return before.due();
        }
        var events = new ArrayList<>(before.events());
        events.add(event);
        return due(before.received(), events);
    }

    /** An account that ends has its own reckoning; here only its last day counts. */
    private Deadline promised(Request request) {
        var receipt = new Receipt(request.received(), policy.zone());
        var days = ChronoUnit.DAYS.between(receipt.localDate(), request.due().strictDate());
        return deadlines.forPromise(receipt, new Span(Span.Unit.DAYS, Math.toIntExact(Math.max(1, days))));
    }

    private Deadline deadline(Instant received, List<ClockEvent> events) {
        var promise = policy.deadlines().answer();
        var terms = Terms.of(policy.regime(), promise == null ? null : promise.toString(), policy.holidays());
        return deadlines.forRequest(new Receipt(received, policy.zone()), terms, events);
    }
}
