package dev.kept.policy;

import dev.kept.clock.Step;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * How long one record is kept (the three states of the CNIL: in use, archived, gone). Each day is the last on which it may be
 * there, and empty where the event that it runs from has yet to come.
 *
 * @param active the last day of its use
 * @param archived the last day in the archive, where the policy has one for it
 * @param steps how the days came about
 */
public record Lifetime(Optional<LocalDate> active, Optional<LocalDate> archived, List<Step> steps) {
    /** The last day of keeping, the archive included. */
    public Optional<LocalDate> lastDay() {
        return active.map(end -> archived.filter(end::isBefore).orElse(end));
    }
}
