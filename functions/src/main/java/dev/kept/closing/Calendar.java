package dev.kept.closing;

import dev.kept.clock.Closing;
import dev.kept.clock.ClosingTerms;
import dev.kept.clock.Deadlines;
import dev.kept.policy.Policy;
import dev.kept.request.Marks;
import dev.kept.request.RequestDue;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;

/** The days of each account that ends, under the policy in force. */
public final class Calendar {
    private final Policy policy;
    private final Deadlines deadlines;
    private final Marks marks;
    private final Clock clock;

    public Calendar(Policy policy, Deadlines deadlines, Marks marks, Clock clock) {
        this.policy = policy;
        this.deadlines = deadlines;
        this.marks = marks;
        this.clock = clock;
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), policy.zone());
    }

    /** Whether an account may end on that day. */
    boolean allows(LocalDate effective) {
        return !effective.isBefore(today())
                && !effective.isAfter(today().plus(policy.deadlines().ahead()));
    }

    /** How the customer of that cancellation leaves. */
    Leaving leaving(String requestId) {
        return marks.find(requestId, Leaving.MARK).map(Leaving::of).orElseThrow();
    }

    /** The days of that cancellation. */
    Closing of(String requestId) {
        return of(leaving(requestId));
    }

    Closing of(Leaving leaving) {
        var promised = policy.deadlines();
        var terms = new ClosingTerms(policy.regime(), policy.zone(), promised.purge(), promised.retrieval());
        return deadlines.forClosing(
                leaving.effective(), terms, leaving.mode(), leaving.chosen().orElse(null));
    }

    /**
     * By when the data are gone, as every request has its date: nothing moves it. The alarm on what is overdue runs from the
     * beginning of the last day, so that somebody can still act.
     */
    static RequestDue due(Closing closing) {
        return new RequestDue(
                closing.lastDate(), closing.alarmFrom(), closing.lastDate(), closing.purgeBy(), Optional.empty());
    }
}
