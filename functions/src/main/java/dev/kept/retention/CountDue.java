package dev.kept.retention;

import dev.kept.person.DueRecords;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** Counts what will be due when, from the index of days: the calendar of retention. */
public final class CountDue {
    /** For so many months ahead it is counted month by month, after that year by year. */
    static final int MONTHS = 24;

    static final String COUNTED = "countedAt";
    static final String DAY = "day";
    static final String PERIODS = "periods";

    private final DueRecords due;
    private final Sweeps sweeps;
    private final Clock clock;

    public CountDue(DueRecords due, Sweeps sweeps, Clock clock) {
        this.due = due;
        this.sweeps = sweeps;
        this.clock = clock;
    }

    /** Counts by months, such as 2026-12, then by years, such as 2029; what has been due for longer counts as due now. */
    void count(LocalDate day) {
        var periods = new TreeMap<String, Map<String, Integer>>();
        due.each((last, category) -> periods.computeIfAbsent(period(day, last), made -> new TreeMap<>())
                .merge(category, 1, Integer::sum));
        var tree = new LinkedHashMap<String, Object>();
        tree.put(COUNTED, clock.instant().toString());
        tree.put(DAY, day.toString());
        tree.put(PERIODS, periods);
        sweeps.putCalendar(tree);
    }

    private static String period(LocalDate day, LocalDate last) {
        var month = YearMonth.from(last.isBefore(day) ? day : last);
        return month.isBefore(YearMonth.from(day).plusMonths(MONTHS)) ? month.toString() : "" + month.getYear();
    }
}
