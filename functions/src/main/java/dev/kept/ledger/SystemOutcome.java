package dev.kept.ledger;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A line of a receipt: what one system held and what became of it. A system that erased some categories and withheld
 * others has two.
 *
 * @param system the system's id in the policy
 * @param outcome what became of it
 * @param found how many records there were, by category
 * @param left how many there still were when it was read again afterwards, by category; empty where nothing was to go
 * @param reason why it was withheld or unavailable, as a code
 * @param until when what is withheld, or lingers in backups, goes too
 */
public record SystemOutcome(
        String system,
        Outcome outcome,
        Map<String, Integer> found,
        Map<String, Integer> left,
        Optional<String> reason,
        Optional<Instant> until) {
    public SystemOutcome {
        Codes.require(system, "system");
        found = codes(found, "found");
        left = codes(left, "left");
        reason.ifPresent(code -> Codes.require(code, "reason"));
    }

    /** A line without more to say. */
    public SystemOutcome(String system, Outcome outcome, Map<String, Integer> found) {
        this(system, outcome, found, Map.of(), Optional.empty(), Optional.empty());
    }

    /** The hash by which the ledger knows what became of a request in all systems. */
    public static String hash(List<SystemOutcome> lines) {
        return Canonical.sha256(
                Map.of("lines", lines.stream().map(SystemOutcome::tree).toList()));
    }

    Map<String, Object> tree() {
        var tree = new LinkedHashMap<String, Object>();
        tree.put("id", system);
        tree.put("outcome", outcome.word());
        tree.put("found", found);
        tree.put("left", left);
        reason.ifPresent(code -> tree.put("reason", code));
        until.ifPresent(time -> tree.put("until", time.toString()));
        return tree;
    }

    private static Map<String, Integer> codes(Map<String, Integer> counts, String where) {
        counts.keySet().forEach(category -> Codes.require(category, where));
        return Map.copyOf(counts);
    }
}
