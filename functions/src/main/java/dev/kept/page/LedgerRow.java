package dev.kept.page;

import java.time.ZonedDateTime;

/** An entry of the ledger: ids and codes only. */
public record LedgerRow(long seq, ZonedDateTime at, String what, String about, String hash) {}
