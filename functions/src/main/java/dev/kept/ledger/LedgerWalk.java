package dev.kept.ledger;

import java.util.Optional;

/** Walks the stored ledger, a page at a time, up to its end or to where it breaks. */
final class LedgerWalk {
    private static final int PAGE = 1000;

    private final Ledger ledger;

    LedgerWalk(Ledger ledger) {
        this.ledger = ledger;
    }

    /** Walks from that place on; the chain has to pass through the other. */
    Chain from(Position start, Optional<Position> vouched) {
        var chain = new Chain(start, vouched);
        var page = ledger.entries(start.seq(), PAGE);
        while (!page.isEmpty() && chain.broken().isEmpty()) {
            page.forEach(chain::follow);
            page = ledger.entries(page.get(page.size() - 1).position().seq(), PAGE);
        }
        chain.end();
        return chain;
    }
}
