package dev.kept.request;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A request's deadline, as it is stored with the request and recomputed from its events at will.
 *
 * @param strictDate the last day in the policy's zone; alarms run on it
 * @param strict the first instant after that day
 * @param outerDate the last day in the law's last reading
 * @param outer the first instant after that day
 * @param extendedTo the new last day, once the deadline was extended
 */
public record RequestDue(
        LocalDate strictDate, Instant strict, LocalDate outerDate, Instant outer, Optional<LocalDate> extendedTo) {}
