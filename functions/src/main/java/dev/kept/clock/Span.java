package dev.kept.clock;

import java.time.Duration;
import java.time.LocalDate;
import java.time.Period;
import java.util.Locale;
import java.util.regex.Pattern;

/** A length of time as laws and promises state it, in one unit: MONTH_1, DAYS_30, HOURS_72, BIZDAYS_10. */
public record Span(Unit unit, int count) {
    public enum Unit {
        MONTH,
        DAYS,
        HOURS,
        BIZDAYS
    }

    private static final Pattern NAME = Pattern.compile("(MONTH|DAYS|HOURS|BIZDAYS)_([1-9][0-9]{0,3})");

    public Span {
        if (count < 1) {
            throw new IllegalArgumentException("A span of " + count + " ends before it begins");
        }
    }

    /** Reads a name as {@link #toString()} writes it. */
    public static Span named(String name) {
        var match = NAME.matcher(name);
        if (!match.matches()) {
            throw new IllegalArgumentException(
                    "Unknown rule " + name + ": expected MONTH_n, DAYS_n, HOURS_n or BIZDAYS_n");
        }
        return new Span(Unit.valueOf(match.group(1)), Integer.parseInt(match.group(2)));
    }

    /** Reads an ISO 8601 amount in one unit: P30D, P2W, P1M, P3Y, PT72H. */
    public static Span iso(String amount) {
        if (amount.toUpperCase(Locale.ROOT).startsWith("PT")) {
            var duration = Duration.parse(amount);
            if (!duration.equals(Duration.ofHours(duration.toHours()))) {
                throw new IllegalArgumentException(amount + " must be whole hours");
            }
            return new Span(Unit.HOURS, Math.toIntExact(duration.toHours()));
        }
        return of(Period.parse(amount));
    }

    @SuppressWarnings("JavaPeriodGetDays") // The rest of the period is its months, and both at once is refused.
    public static Span of(Period period) {
        var months = Math.toIntExact(period.toTotalMonths());
        if (months != 0 && period.getDays() != 0) {
            throw new IllegalArgumentException(period + " must be in months or in days, not both");
        }
        return months == 0 ? new Span(Unit.DAYS, period.getDays()) : new Span(Unit.MONTH, months);
    }

    /**
     * The last day of this span; the day it starts from is not counted (Reg. 1182/71 art. 3(1), Gov. Code 6800).
     *
     * <p>{@code plusMonths} ends on the same date, or on the last day of a month that has no such date, as art. 3(2)(c) wants it.
     */
    public LocalDate lastDay(LocalDate start, HolidayCalendar calendar) {
        return switch (unit) {
            case MONTH -> start.plusMonths(count);
            case DAYS -> start.plusDays(count);
            case BIZDAYS -> calendar.plusWorkingDays(start, count);
            case HOURS -> throw new IllegalArgumentException(this + " runs from an instant, not from a day");
        };
    }

    @Override
    public String toString() {
        return unit + "_" + count;
    }
}
