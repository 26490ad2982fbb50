package dev.kept.page;

import java.time.ZonedDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The ledger and what its verification said.
 *
 * @param brokenAt the first entry that does not follow from the one before; absent when all do
 * @param checkpoint when the last checkpoint was written; absent before the first
 */
public record LedgerView(
        long entries,
        ZonedDateTime verified,
        @Nullable Long brokenAt,
        @Nullable ZonedDateTime checkpoint,
        @Nullable String checkpointHash,
        List<LedgerRow> rows,
        @Nullable String next) {}
