package dev.kept.ledger;

import java.util.Optional;

/** Walks the chain from one place to the next and stops at the first entry that does not follow. */
final class Chain {
    private final Optional<Position> vouched;
    private Position at;
    private Optional<ChainBreak> broken = Optional.empty();

    /**
     * Starts a walk.
     *
     * @param start the place before the first entry that will be taken
     * @param vouched a place that the chain has to pass through, as a checkpoint says
     */
    Chain(Position start, Optional<Position> vouched) {
        this.vouched = vouched;
        this.at = start;
    }

    /** Takes the next entry; after a break nothing more is taken. */
    void follow(Link link) {
        if (broken.isPresent()) {
            return;
        }
        var expected = at.seq() + 1;
        var seq = link.position().seq();
        if (seq != expected) {
            breakAt(expected, "entry " + expected + " is missing: entry " + seq + " stands in its place");
        } else if (!at.next(link.entry()).equals(link.position())) {
            breakAt(
                    seq,
                    "entry " + seq + " does not follow from the one before: it was changed, or that one's hash was");
        } else if (vouched.filter(place -> place.seq() == seq && !place.equals(link.position()))
                .isPresent()) {
            breakAt(seq, "entry " + seq + " is not the one of the checkpoint: it or one before it was rewritten");
        } else {
            at = link.position();
        }
    }

    /** No entry is left: the place that was vouched for has to have been passed. */
    void end() {
        if (broken.isEmpty() && vouched.isPresent() && vouched.get().seq() > at.seq()) {
            breakAt(
                    at.seq() + 1,
                    "entry " + (at.seq() + 1) + " is missing: the checkpoint knows "
                            + vouched.get().seq() + " entries, so the end was cut off");
        }
    }

    /** The last place that follows. */
    Position at() {
        return at;
    }

    Optional<ChainBreak> broken() {
        return broken;
    }

    private void breakAt(long seq, String why) {
        broken = Optional.of(new ChainBreak(seq, why));
    }
}
