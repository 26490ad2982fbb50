package dev.kept.ledger;

/** So many wrote to the ledger at once that this entry never had its turn; trying again later is safe. */
public final class LedgerBusy extends RuntimeException {
    LedgerBusy(int attempts) {
        super("the ledger was busy at each of " + attempts + " attempts");
    }
}
