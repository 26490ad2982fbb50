package dev.kept.ledger;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Something that was done, as the ledger keeps it: codes, counts and hashes, never personal data.
 *
 * @param id the same whenever the same thing is written again, such as {@code <request id>/closed}
 * @param at when it was done
 * @param what which kind of thing, such as {@code request-received}
 * @param subject what it was done to: the id of a request, a breach, a sweep
 * @param actor who did it: a staff member's subject, {@code person} or {@code kept}
 * @param details codes, counts and hashes
 */
public record Entry(String id, Instant at, String what, String subject, String actor, Map<String, Object> details) {
    /** Keeps a page of the ledger well under the largest answer that a function may give. */
    private static final int LONGEST = 4000;

    public Entry {
        Codes.require(id, "id");
        Codes.require(what, "what");
        Codes.require(subject, "subject");
        Codes.require(actor, "actor");
        Codes.requireAll(details, "details");
        details = Map.copyOf(details);
        if (Canonical.json(details).length() > LONGEST) {
            throw new IllegalArgumentException("details of more than " + LONGEST + " characters: keep their hash");
        }
    }

    /** The text that the chain's hashes cover. */
    String canonical(long seq) {
        var tree = new LinkedHashMap<String, Object>();
        tree.put("seq", seq);
        tree.put("id", id);
        tree.put("at", at.toString());
        tree.put("what", what);
        tree.put("subject", subject);
        tree.put("actor", actor);
        tree.put("details", details);
        return Canonical.json(tree);
    }
}
