package dev.kept.ledger;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Vouches, under a signature, for everything that the ledger held at one moment.
 *
 * @param chain the chain's name
 * @param position the last entry then
 * @param at when it was made
 */
record Checkpoint(String chain, Position position, Instant at) {
    /** The type in the header of the signed statement. */
    static final String TYPE = "kept-checkpoint+jws";

    Map<String, Object> tree() {
        var tree = new LinkedHashMap<String, Object>();
        tree.put("chain", chain);
        tree.put("seq", position.seq());
        tree.put("hash", position.hash());
        tree.put("at", at.toString());
        return tree;
    }

    /**
     * Reads a statement whose signature was verified.
     *
     * @throws NotGenuine when it lacks a member
     */
    static Checkpoint of(Map<String, Object> tree) {
        if (tree.get("chain") instanceof String chain
                && tree.get("seq") instanceof Number seq
                && tree.get("hash") instanceof String hash
                && tree.get("at") instanceof String at) {
            try {
                return new Checkpoint(chain, new Position(seq.longValue(), hash), Instant.parse(at));
            } catch (DateTimeException malformed) {
                throw new NotGenuine("does not say when it was made");
            }
        }
        throw new NotGenuine("does not say which entry was the last");
    }
}
