package dev.kept.local.template;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** EventBridge's cron, in UTC: minutes, hours, day of the month, month, day of the week, year. */
record CronExpression(BitSet minutes, BitSet hours, BitSet days, BitSet months, BitSet weekdays, BitSet years) {
    private static final List<String> MONTHS =
            List.of("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC");
    private static final List<String> WEEKDAYS = List.of("SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT");
    private static final int LAST_YEAR = 2199;

    /** Empty when it cannot be read; {@code L}, {@code W} and {@code #} are not. */
    static Optional<CronExpression> of(String text) {
        var fields = text.trim().split("\\s+", -1);
        if (fields.length != 6) {
            return Optional.empty();
        }
        try {
            return Optional.of(new CronExpression(
                    field(fields[0], 0, 59, List.of()),
                    field(fields[1], 0, 23, List.of()),
                    field(fields[2], 1, 31, List.of()),
                    field(fields[3], 1, 12, MONTHS),
                    field(fields[4], 1, 7, WEEKDAYS),
                    field(fields[5], 1970, LAST_YEAR, List.of())));
        } catch (IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    /** The first instant after another at which it fires; the end of time when it fires no more. */
    Instant following(Instant instant) {
        var after = instant.atZone(ZoneOffset.UTC).withSecond(0).withNano(0).plusMinutes(1);
        for (var day = after.toLocalDate(); day.getYear() <= LAST_YEAR; day = next(day)) {
            if (falls(day)) {
                var from = day.equals(after.toLocalDate()) ? after.toLocalTime() : LocalTime.MIDNIGHT;
                var time = timeFrom(from);
                if (time.isPresent()) {
                    return ZonedDateTime.of(day, time.get(), ZoneOffset.UTC).toInstant();
                }
            }
        }
        return Instant.MAX;
    }

    private LocalDate next(LocalDate day) {
        if (!years.get(day.getYear())) {
            return day.plusYears(1).withDayOfYear(1);
        }
        return months.get(day.getMonthValue())
                ? day.plusDays(1)
                : day.plusMonths(1).withDayOfMonth(1);
    }

    private boolean falls(LocalDate day) {
        return years.get(day.getYear())
                && months.get(day.getMonthValue())
                && days.get(day.getDayOfMonth())
                && weekdays.get(day.getDayOfWeek().getValue() % 7 + 1);
    }

    private Optional<LocalTime> timeFrom(LocalTime from) {
        for (int hour = hours.nextSetBit(from.getHour()); hour >= 0; hour = hours.nextSetBit(hour + 1)) {
            var minute = minutes.nextSetBit(hour == from.getHour() ? from.getMinute() : 0);
            if (minute >= 0) {
                return Optional.of(LocalTime.of(hour, minute));
            }
        }
        return Optional.empty();
    }

    private static BitSet field(String text, int least, int most, List<String> names) {
        var set = new BitSet();
        for (var item : text.split(",", -1)) {
            var steps = item.split("/", 2);
            var ends = steps[0].equals("*") || steps[0].equals("?")
                    ? new int[] {least, most}
                    : range(steps[0], steps.length == 2 ? most : -1, least, names);
            if (ends[0] < least || ends[1] > most || ends[0] > ends[1]) {
                throw new IllegalArgumentException(item);
            }
            var step = steps.length == 2 ? Integer.parseInt(steps[1]) : 1;
            for (int i = ends[0]; i <= ends[1]; i += Math.max(step, 1)) {
                set.set(i);
            }
        }
        return set;
    }

    private static int[] range(String text, int open, int least, List<String> names) {
        var ends = text.split("-", 2);
        var from = value(ends[0], least, names);
        if (ends.length == 2) {
            return new int[] {from, value(ends[1], least, names)};
        }
        return new int[] {from, open < 0 ? from : open};
    }

    private static int value(String text, int least, List<String> names) {
        var named = names.indexOf(text.toUpperCase(Locale.ROOT));
        return named >= 0 ? named + least : Integer.parseInt(text);
    }
}
