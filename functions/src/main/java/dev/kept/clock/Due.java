package dev.kept.clock;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** The end of a period: the last day of it, and the first instant that is too late. */
record Due(LocalDate date, Instant exclusive) implements Comparable<Due> {
    static Due endOf(LocalDate day, ZoneId zone) {
        return new Due(day, day.plusDays(1).atStartOfDay(zone).toInstant());
    }

    static Due at(Instant instant, ZoneId zone) {
        return new Due(LocalDate.ofInstant(instant, zone), instant);
    }

    Due orEarlier(Due other) {
        return other.compareTo(this) < 0 ? other : this;
    }

    @Override
    public int compareTo(Due other) {
        return exclusive.compareTo(other.exclusive);
    }
}
