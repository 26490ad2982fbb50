package dev.kept.retention;

import dev.kept.person.DueRecords;
import dev.kept.policy.Policy;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Counts what will be due when, from the whole index of days: the calendar of retention. It also finds the first day of which
 * anything is still there, so that the next sweep begins there, whatever the sweeps before it have seen.
 */
public final class CountDue {
    /** For so many months ahead it is counted month by month, after that year by year. */
    static final int MONTHS = 24;

    static final String COUNTED = "countedAt";
    static final String DAY = "day";
    static final String EARLIEST = "earliest";
    static final String PERIODS = "periods";

    private final Policy policy;
    private final DueRecords due;
    private final Sweeps sweeps;
    private final Clock clock;

    public CountDue(Policy policy, DueRecords due, Sweeps sweeps, Clock clock) {
        this.policy = policy;
        this.due = due;
        this.sweeps = sweeps;
        this.clock = clock;
    }

    /** Counts by months, such as 2026-12, then by years, such as 2029; what is due already counts for this month. */
    void count() {
        var today = LocalDate.ofInstant(clock.instant(), policy.zone());
        var periods = new TreeMap<String, Map<String, Integer>>();
        var days = new TreeSet<>(Set.of(today));
        due.each((last, category) -> {
            periods.computeIfAbsent(period(today, last), made -> new TreeMap<>())
                    .merge(category, 1, Integer::sum);
            days.add(last);
        });
        var tree = new LinkedHashMap<String, Object>();
        tree.put(COUNTED, clock.instant().toString());
        tree.put(DAY, today.toString());
        tree.put(EARLIEST, days.first().toString());
        tree.put(PERIODS, periods);
        sweeps.putCalendar(tree);
    }

    private static String period(LocalDate today, LocalDate last) {
        var month = YearMonth.from(last.isBefore(today) ? today : last);
        return month.isBefore(YearMonth.from(today).plusMonths(MONTHS)) ? month.toString() : "" + month.getYear();
    }
}
