package dev.kept.correction;

import dev.kept.http.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One field of a correction, without its values.
 *
 * @param selfService whether the policy lets the person change it herself
 * @param taken whether the proposed value leads to somebody else, so that it cannot be carried out
 * @param proposed the keyed hash of the proposed value
 * @param held the keyed hashes of the values that the systems hold, sorted
 */
record FieldPlan(String field, boolean selfService, boolean taken, String proposed, List<String> held) {
    Map<String, Object> tree() {
        var tree = new LinkedHashMap<String, Object>();
        tree.put("field", field);
        tree.put("selfService", selfService);
        tree.put("taken", taken);
        tree.put("proposed", proposed);
        tree.put("held", held);
        return tree;
    }

    static FieldPlan of(Map<String, Object> tree) {
        return new FieldPlan(
                Json.string(tree, "field"),
                Boolean.TRUE.equals(tree.get("selfService")),
                Boolean.TRUE.equals(tree.get("taken")),
                Json.string(tree, "proposed"),
                Json.list(tree, "held").stream().map(String::valueOf).toList());
    }
}
