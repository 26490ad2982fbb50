package dev.kept.retention;

import dev.kept.policy.Policy;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What staff read of the sweeps: each day's, the days that none was for, and what will be due when. */
public final class SweepBook {
    /** As many days as a list shows. */
    private static final int DAYS = 60;

    /** The state of a day without a sweep; the next one made up for it. */
    static final String MISSED = "missed";

    private final Policy policy;
    private final Sweeps sweeps;
    private final Clock clock;

    public SweepBook(Policy policy, Sweeps sweeps, Clock clock) {
        this.policy = policy;
        this.sweeps = sweeps;
        this.clock = clock;
    }

    /** How a day's sweep stands; empty where there was none. */
    Optional<SweptDay> of(LocalDate day) {
        return sweeps.of(day).map(tree -> SweptDay.of(day, tree));
    }

    /** Whether no later day has been swept: only there can anything be approved. */
    boolean isLast(LocalDate day) {
        return sweeps.last(1).containsKey(day);
    }

    /** The ids of the entries that attest what went on a day. */
    List<String> entries(LocalDate day) {
        return sweeps.entries(day);
    }

    /** The last days, the latest first, without a gap: a day that was missed stands there as such. */
    List<SweptDay> last() {
        var last = sweeps.last(DAYS);
        var days = new ArrayList<SweptDay>();
        // today's may be still to come
        var expected = LocalDate.ofInstant(clock.instant(), policy.zone()).minusDays(1);
        for (var one : last.entrySet()) {
            for (var missed = expected;
                    missed.isAfter(one.getKey()) && days.size() < DAYS;
                    missed = missed.minusDays(1)) {
                days.add(SweptDay.of(missed, Map.of(SweptDay.STATE, MISSED)));
            }
            days.add(SweptDay.of(one.getKey(), one.getValue()));
            expected = one.getKey().minusDays(1);
        }
        return days.stream().limit(DAYS).toList();
    }

    /** What will be due when; empty before it has been counted. */
    Optional<Map<String, Object>> calendar() {
        return sweeps.calendar();
    }
}
