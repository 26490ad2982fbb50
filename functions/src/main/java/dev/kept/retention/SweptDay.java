package dev.kept.retention;

import dev.kept.http.Json;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How the sweep of a day stands, by counts. A category of a connected system is named after both, such as
 * {@code helpdesk-tickets/support}.
 *
 * @param state one of {@link #PURGING}, {@link #FINISHED}, {@link #WAITING} and {@link #FAILED}
 * @param from the first day whose records are looked at
 * @param due what was due, by category: what has gone, what was held back and what waits
 * @param purged what has gone, by category; only what was read again and not found is counted
 * @param held what was held back, and why
 * @param waiting what waits until somebody has approved that so much goes, by category
 * @param rules what waits until somebody has approved that its category's rule is taken into use
 * @param undated of how many records a system does not know the age, by system
 * @param ended when it ended, where it has
 * @param error the name of the error, where it has failed
 */
record SweptDay(
        LocalDate day,
        String state,
        LocalDate from,
        Map<String, Integer> due,
        Map<String, Integer> purged,
        List<Held> held,
        Map<String, Integer> waiting,
        List<RuleChange> rules,
        Map<String, Integer> undated,
        Optional<Instant> ended,
        Optional<String> error) {

    static final String STATE = "state";
    static final String PURGING = "purging";
    static final String FINISHED = "finished";
    static final String FAILED = "failed";

    static final String FROM = "from";
    static final String DUE = "due";
    static final String PURGED = "purged";
    /** Counts by the fate and the category, such as HELD/contact. */
    static final String KEPT = "kept";
    /** A state, and the counts of what waits, by category. */
    static final String WAITING = "waiting";

    /** The shards in which anything was due. */
    static final String SHARDS = "shards";

    /** The rules that are not in use yet, by category, each with what it would move. */
    static final String RULES = "rules";

    static final String UNDATED = "undated";
    static final String BEGAN = "beganAt";
    static final String ENDED = "finishedAt";
    static final String ERROR = "error";

    /** Why something waits: there is more of it than goes unasked. */
    static final String TOO_MUCH = "too-much";

    /** Why something waits: its category's rule is another than that in use. */
    static final String NEW_RULE = "new-rule";

    /** So many of a category were held back for a reason, one of the fates in small letters. */
    record Held(String category, String reason, int count) {}

    static SweptDay of(LocalDate day, Map<String, Object> tree) {
        var held = new ArrayList<Held>();
        counts(tree, KEPT)
                .forEach((name, count) -> held.add(new Held(
                        category(name), name.substring(0, name.indexOf('/')).toLowerCase(Locale.ROOT), count)));
        return new SweptDay(
                day,
                Json.string(tree, STATE),
                Json.string(tree, FROM).isEmpty() ? day : LocalDate.parse(Json.string(tree, FROM)),
                counts(tree, DUE),
                counts(tree, PURGED),
                List.copyOf(held),
                counts(tree, WAITING),
                rules(tree),
                counts(tree, UNDATED),
                Optional.of(Json.string(tree, ENDED))
                        .filter(text -> !text.isEmpty())
                        .map(Instant::parse),
                Optional.of(Json.string(tree, ERROR)).filter(text -> !text.isEmpty()));
    }

    /** The category of a name of {@link #KEPT}. */
    static String category(String name) {
        return name.substring(name.indexOf('/') + 1);
    }

    private static List<RuleChange> rules(Map<String, Object> tree) {
        var rules = Json.child(tree, RULES);
        return rules.keySet().stream()
                .map(category -> RuleChange.of(category, Json.child(rules, category)))
                .toList();
    }

    private static Map<String, Integer> counts(Map<String, Object> tree, String name) {
        var counts = new TreeMap<String, Integer>();
        var child = Json.child(tree, name);
        child.keySet().forEach(key -> counts.put(key, Json.number(child, key)));
        return counts;
    }

    static int sum(Map<String, Integer> counts) {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }

    /**
     * As callers are told.
     *
     * @param entries the ids of the entries that attest what went
     */
    Map<String, Object> toMap(List<String> entries) {
        var tree = new LinkedHashMap<String, Object>();
        tree.put("day", day.toString());
        tree.put(STATE, state);
        tree.put(FROM, from.toString());
        tree.put(DUE, due);
        tree.put(PURGED, purged);
        // nothing counts as purged that was not read again
        tree.put("verified", purged);
        tree.put(
                "heldBack",
                held.stream()
                        .map(one -> Map.of("category", one.category(), "reason", one.reason(), "count", one.count()))
                        .toList());
        var waits = new ArrayList<Map<String, Object>>();
        waiting.forEach(
                (category, count) -> waits.add(Map.of("category", category, "reason", TOO_MUCH, "count", count)));
        rules.forEach(change -> waits.add(change.toWaiting()));
        tree.put(WAITING, waits);
        tree.put(UNDATED, undated);
        ended.ifPresent(moment -> tree.put(ENDED, moment.toString()));
        error.ifPresent(name -> tree.put(ERROR, name));
        tree.put("attestations", entries);
        return tree;
    }
}
