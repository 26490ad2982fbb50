package dev.kept.page;

import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The sweep of a day.
 *
 * @param from the first day whose records were looked at
 * @param error the name of the error, where it has failed
 * @param rules those that wait for an approval before they are taken into use
 * @param undated of how many records a system does not know the age
 * @param entries the ids of the ledger's entries that attest what went
 * @param may whether who looks may approve what waits
 */
public record SweepView(
        LocalDate day,
        String state,
        LocalDate from,
        @Nullable ZonedDateTime ended,
        @Nullable String error,
        List<SweepCategory> categories,
        List<RuleRow> rules,
        List<CountRow> undated,
        List<String> entries,
        boolean may) {

    /** The days before it that it made up for, or that still wait. */
    public boolean looksBack() {
        return from.isBefore(day.minusDays(1));
    }
}
