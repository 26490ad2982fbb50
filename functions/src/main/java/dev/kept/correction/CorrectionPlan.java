package dev.kept.correction;

import dev.kept.http.Json;
import dev.kept.ledger.Canonical;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Exactly what a correction does: which fields, in which systems, how many records. Names, hashes and counts only. */
record CorrectionPlan(String requestId, List<FieldPlan> fields, List<Place> systems) {
    /**
     * A system that can hold one of the fields.
     *
     * @param answered false when it could not be asked
     * @param found how many records hold one of the fields, by category
     * @param fields how many records hold each field
     */
    record Place(String system, boolean answered, Map<String, Integer> found, Map<String, Integer> fields) {
        Map<String, Object> tree() {
            var tree = new LinkedHashMap<String, Object>();
            tree.put("system", system);
            tree.put("answered", answered);
            tree.put("found", found);
            tree.put("fields", fields);
            return tree;
        }

        static Place of(Map<String, Object> tree) {
            return new Place(
                    Json.string(tree, "system"),
                    Boolean.TRUE.equals(tree.get("answered")),
                    counts(tree, "found"),
                    counts(tree, "fields"));
        }

        private static Map<String, Integer> counts(Map<String, Object> tree, String name) {
            var counts = new TreeMap<String, Integer>();
            Json.child(tree, name).keySet().forEach(key -> counts.put(key, Json.number(Json.child(tree, name), key)));
            return counts;
        }
    }

    Map<String, Object> tree() {
        var tree = new LinkedHashMap<String, Object>();
        tree.put("request", requestId);
        tree.put("does", "correct");
        tree.put("fields", fields.stream().map(FieldPlan::tree).toList());
        tree.put("systems", systems.stream().map(Place::tree).toList());
        return tree;
    }

    static CorrectionPlan of(Map<String, Object> tree) {
        return new CorrectionPlan(
                Json.string(tree, "request"),
                Json.list(tree, "fields").stream()
                        .map(field -> FieldPlan.of(Json.child(Map.of("", field), "")))
                        .toList(),
                Json.list(tree, "systems").stream()
                        .map(place -> Place.of(Json.child(Map.of("", place), "")))
                        .toList());
    }

    String hash() {
        return Canonical.sha256(tree());
    }

    /** Whether nobody has to decide: the person may change each of these fields herself. */
    boolean isSelfService() {
        return fields.stream().allMatch(field -> field.selfService() && !field.taken());
    }

    Set<String> names() {
        return fields.stream().map(FieldPlan::field).collect(Collectors.toSet());
    }

    Set<String> taken() {
        return fields.stream().filter(FieldPlan::taken).map(FieldPlan::field).collect(Collectors.toSet());
    }
}
