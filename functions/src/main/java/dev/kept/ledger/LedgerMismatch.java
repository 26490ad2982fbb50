package dev.kept.ledger;

/** The ledger is not what it was: an entry, a checkpoint or a signature does not fit the others. */
public final class LedgerMismatch extends RuntimeException {
    private final String what;

    LedgerMismatch(String what) {
        super(what);
        this.what = what;
    }

    /** What does not fit, in one sentence. */
    String what() {
        return what;
    }
}
