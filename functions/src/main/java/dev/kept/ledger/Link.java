package dev.kept.ledger;

import dev.kept.http.Json;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An entry at its place in the chain.
 *
 * @param position its place, as it was kept
 * @param entry its canonical text, which the hash covers
 */
public record Link(Position position, String entry) {
    static Link after(Position before, Entry entry) {
        var text = entry.canonical(before.seq() + 1);
        return new Link(before.next(text), text);
    }

    /** The members of the entry and its hash, as the ledger is listed and exported. */
    public Map<String, Object> tree() {
        var tree = new LinkedHashMap<>(Json.object(entry));
        tree.put("hash", position.hash());
        return tree;
    }

    /**
     * Reads what {@link #tree()} gave. Every member counts, known or not, so nothing can be added unnoticed.
     *
     * @throws NotGenuine when it is nothing of the sort
     */
    static Link of(Map<String, Object> tree) {
        var entry = new LinkedHashMap<>(tree);
        if (!(entry.remove("hash") instanceof String hash) || !hash.matches("[0-9a-f]{64}")) {
            throw new NotGenuine("holds an entry that has no hash");
        }
        if (!(entry.get("seq") instanceof Integer || entry.get("seq") instanceof Long)) {
            throw new NotGenuine("holds an entry that has no number");
        }
        var seq = ((Number) entry.get("seq")).longValue();
        try {
            return new Link(new Position(seq, hash), Canonical.json(entry));
        } catch (IllegalArgumentException fraction) {
            throw new NotGenuine("holds in entry " + seq + " what no entry can hold");
        }
    }
}
