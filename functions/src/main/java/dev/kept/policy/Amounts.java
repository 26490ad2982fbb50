package dev.kept.policy;

import java.time.Duration;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** Reads amounts of time and dates: ISO 8601, never negative. */
final class Amounts {
    private static final String PERIOD =
            "a period of whole days, weeks, months or years (ISO 8601), a century at the most, such as P14D";
    private static final int CENTURY_IN_DAYS = 36_525;
    private static final LocalDate A_CENTURY_ON = LocalDate.EPOCH.plusYears(100);
    private static final int LENGTH_OF_A_DATE = 10;

    private Amounts() {}

    static Period period(Part part, String key) {
        return part.parsed(key, Amounts::parsePeriod, Period.ZERO, PERIOD);
    }

    static @Nullable Period periodOrNone(Part part, String key) {
        return part.parsedOrNone(key, Amounts::parsePeriod, Period.ZERO, PERIOD);
    }

    static Duration duration(Part part, String key) {
        return part.parsed(
                key, Amounts::parseDuration, Duration.ZERO, "an amount of hours and minutes (ISO 8601), such as PT72H");
    }

    static LocalDate date(Part part, String key) {
        return part.parsed(key, Amounts::parseDate, LocalDate.EPOCH, "a date (ISO 8601), such as 2026-11-01");
    }

    static MonthDay monthDay(Part part, String key) {
        return part.parsed(key, MonthDay::parse, MonthDay.of(12, 31), "a day of the year (ISO 8601), such as --12-31");
    }

    static ZoneId zone(Part part, String key) {
        return part.parsed(key, Amounts::parseZone, ZoneOffset.UTC, "a time zone by name, such as Europe/Paris");
    }

    private static LocalDate parseDate(String written) {
        if (written.length() != LENGTH_OF_A_DATE) {
            throw new IllegalArgumentException("A year beyond 9999");
        }
        return LocalDate.parse(written);
    }

    private static Period parsePeriod(String written) {
        var period = Period.parse(plain(written));
        if (LocalDate.EPOCH.plus(period).isAfter(A_CENTURY_ON)) {
            throw new IllegalArgumentException("More than a century");
        }
        return period;
    }

    private static Duration parseDuration(String written) {
        if (!written.startsWith("PT")) {
            throw new IllegalArgumentException("Days of a duration would hide that it is counted in hours");
        }
        var duration = Duration.parse(plain(written));
        if (duration.toDays() > CENTURY_IN_DAYS) {
            throw new IllegalArgumentException("More than a century");
        }
        return duration;
    }

    private static ZoneId parseZone(String written) {
        if (!written.contains("/") && !written.equals("UTC")) {
            throw new IllegalArgumentException("An offset has no summer time");
        }
        return ZoneId.of(written);
    }

    /** The parsers of the platform also take signs, fractions and small letters. */
    private static String plain(String written) {
        for (var index = 0; index < written.length(); index++) {
            if ("PTYMWDH0123456789".indexOf(written.charAt(index)) < 0) {
                throw new IllegalArgumentException("A sign, a fraction, a second or a small letter");
            }
        }
        return written;
    }
}
