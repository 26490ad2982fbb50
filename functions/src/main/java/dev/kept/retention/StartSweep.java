package dev.kept.retention;

import dev.kept.policy.Policy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;

/** Starts the workflow that sweeps a day. It is named after the day, so that an event that comes twice starts one. */
public final class StartSweep {
    /** How far a schedule's clock may be ahead of this one. */
    private static final Duration AHEAD = Duration.ofMinutes(5);

    private final Policy policy;
    private final SweepWorkflow workflow;
    private final Clock clock;

    public StartSweep(Policy policy, SweepWorkflow workflow, Clock clock) {
        this.policy = policy;
        this.workflow = workflow;
        this.clock = clock;
    }

    /**
     * The day that is swept, by the event's own time: a day that was missed is swept by its own event.
     *
     * @throws DayToCome when that time has not come
     */
    LocalDate start(Instant fired) {
        if (fired.isAfter(clock.instant().plus(AHEAD))) {
            throw new DayToCome();
        }
        var day = LocalDate.ofInstant(fired, policy.zone());
        workflow.start(day);
        return day;
    }

    /** A sweep of a day that has not come would purge too early. */
    public static final class DayToCome extends RuntimeException {
        private static final long serialVersionUID = 1;

        DayToCome() {
            super("the day to sweep has not come: nothing is purged before it");
        }
    }
}
