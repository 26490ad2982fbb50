package dev.kept.correction;

import dev.kept.http.Json;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * How many records of one system a correction changes.
 *
 * @param categories by category
 * @param fields by field
 */
record Found(TreeMap<String, Integer> categories, TreeMap<String, Integer> fields) {
    /** Those that hold another value than the right one. */
    static Found wrong(HeldValues.OfSystem held, Map<String, String> right) {
        var categories = new TreeMap<String, Integer>();
        var fields = new TreeMap<String, Integer>();
        for (var record : held.records()) {
            var wrong = record.values().entrySet().stream()
                    .filter(value -> !value.getValue().equals(right.getOrDefault(value.getKey(), value.getValue())))
                    .map(Map.Entry::getKey)
                    .toList();
            wrong.forEach(field -> fields.merge(field, 1, Integer::sum));
            if (!wrong.isEmpty()) {
                categories.merge(record.category(), 1, Integer::sum);
            }
        }
        return new Found(categories, fields);
    }

    /** What people have found and corrected. */
    static Found byHand(Map<String, Integer> counts, Set<String> corrected) {
        var categories = new TreeMap<>(counts);
        categories.values().removeIf(count -> count == 0);
        var fields = new TreeMap<String, Integer>();
        if (!categories.isEmpty()) {
            corrected.forEach(field -> fields.put(field, 1));
        }
        return new Found(categories, fields);
    }

    /** Counts a record too that lacks some of them. */
    void andLacking(Completion.Gap gap) {
        gap.values().keySet().forEach(field -> fields.merge(field, 1, Integer::sum));
        categories.merge(gap.category(), 1, Integer::sum);
    }

    /** Counts what had been found before, and is right by now. */
    void atLeast(Found before) {
        before.categories.forEach((category, count) -> categories.merge(category, count, Math::max));
        before.fields.forEach((field, count) -> fields.merge(field, count, Math::max));
    }

    Map<String, Object> tree() {
        return Map.of("categories", categories, "fields", fields);
    }

    static Found of(Map<String, Object> tree) {
        return new Found(counts(tree, "categories"), counts(tree, "fields"));
    }

    private static TreeMap<String, Integer> counts(Map<String, Object> tree, String name) {
        var counts = new TreeMap<String, Integer>();
        var written = Json.child(tree, name);
        written.keySet().forEach(key -> counts.put(key, Json.number(written, key)));
        return counts;
    }
}
