package dev.kept.clock;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * When a request, or whatever else starts a clock, reached the organisation, and the zone in which its days are counted: the
 * organisation's, never the visitor's.
 */
public record Receipt(Instant receivedAt, ZoneId zone) {
    /** A receipt of which only the day is known, such as the effective end of a contract. */
    public static Receipt on(LocalDate day, ZoneId zone) {
        return new Receipt(day.atStartOfDay(zone).toInstant(), zone);
    }

    public LocalDate localDate() {
        return dateOf(receivedAt);
    }

    LocalDate dateOf(Instant at) {
        return LocalDate.ofInstant(at, zone);
    }
}
