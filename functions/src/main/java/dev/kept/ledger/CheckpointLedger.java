package dev.kept.ledger;

import java.time.Clock;

/** Verifies what the ledger gained since its last checkpoint, and vouches for it with the next one. */
public final class CheckpointLedger {
    private final Ledger ledger;
    private final LedgerWalk walk;
    private final Checkpoints checkpoints;
    private final Clock clock;

    public CheckpointLedger(Ledger ledger, Checkpoints checkpoints, Clock clock) {
        this.ledger = ledger;
        this.walk = new LedgerWalk(ledger);
        this.checkpoints = checkpoints;
        this.clock = clock;
    }

    /**
     * Verifies and signs; where nothing was added, the last checkpoint stands.
     *
     * @param whole true to verify from the first entry on
     * @throws LedgerMismatch when the chain is broken; nothing is signed then
     */
    Made checkpoint(boolean whole) {
        var last = checkpoints.last().map(signed -> signed.checkpoint().position());
        var start = last.filter(place -> !whole).orElse(Position.start(Ledger.CHAIN));
        last.ifPresent(this::requireStillThere);
        var chain = walk.from(start, last);
        chain.broken().ifPresent(broken -> {
            throw new LedgerMismatch(broken.why());
        });
        var end = chain.at();
        var isNew = end.seq() > last.map(Position::seq).orElse(0L);
        if (isNew) {
            checkpoints.add(new Checkpoint(Ledger.CHAIN, end, clock.instant()));
        }
        return new Made(end.seq(), end.seq() - start.seq(), isNew);
    }

    private void requireStillThere(Position last) {
        var found = ledger.entries(last.seq() - 1, 1);
        if (found.isEmpty() || !found.get(0).position().equals(last)) {
            throw new LedgerMismatch("entry " + last.seq() + " is not the one of the last checkpoint");
        }
    }

    /**
     * What came of it.
     *
     * @param seq the number of the last entry that is vouched for
     * @param verified how many entries were verified
     * @param isNew false when nothing was added since the last checkpoint
     */
    record Made(long seq, long verified, boolean isNew) {}
}
