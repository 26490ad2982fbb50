package dev.kept.correction;

import dev.kept.http.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What the systems hold of the fields of a proposal. It stands sealed with the request, so that staff see what the plan was
 * made of; only counts and keyed hashes of it go anywhere else.
 *
 * @param systems by system, in the order in which they were asked
 */
public record HeldValues(Map<String, OfSystem> systems) {
    /**
     * What one system holds.
     *
     * @param answered false when it could not be asked
     * @param records each record that holds one of the fields
     */
    public record OfSystem(boolean answered, List<Held> records) {
        /** How many records hold one of the fields, by category. */
        Map<String, Integer> found() {
            var found = new TreeMap<String, Integer>();
            records.forEach(held -> found.merge(held.category(), 1, Integer::sum));
            return found;
        }

        /** How many records hold each field. */
        Map<String, Integer> fields() {
            var fields = new TreeMap<String, Integer>();
            records.forEach(held -> held.values().keySet().forEach(field -> fields.merge(field, 1, Integer::sum)));
            return fields;
        }

        /** How many records hold each value of a field. */
        public Map<String, Integer> counts(String field) {
            var counts = new LinkedHashMap<String, Integer>();
            records.forEach(held -> {
                var value = held.values().get(field);
                if (value != null) {
                    counts.merge(value, 1, Integer::sum);
                }
            });
            return counts;
        }

        @Override
        public String toString() {
            return "OfSystem[personal]";
        }
    }

    /** The fields of a proposal that one record holds, by their names in the policy's forms. */
    public record Held(String category, Map<String, String> values) {
        @Override
        public String toString() {
            return "Held[personal]";
        }
    }

    /** The different values of a field over all systems, in no telling order. */
    public TreeSet<String> of(String field) {
        var values = new TreeSet<String>();
        systems.values()
                .forEach(system -> system.records().forEach(held -> {
                    var value = held.values().get(field);
                    if (value != null) {
                        values.add(value);
                    }
                }));
        return values;
    }

    String written() {
        var tree = new LinkedHashMap<String, Object>();
        systems.forEach((id, system) -> tree.put(
                id,
                Map.of(
                        "answered",
                        system.answered(),
                        "records",
                        system.records().stream()
                                .map(held -> Map.of("category", held.category(), "values", held.values()))
                                .toList())));
        return Json.text(tree);
    }

    /** Reads what was {@link #written}. */
    public static HeldValues read(String written) {
        var tree = Json.object(written);
        var systems = new LinkedHashMap<String, OfSystem>();
        tree.keySet().forEach(id -> {
            var system = Json.child(tree, id);
            var records = new ArrayList<Held>();
            Json.list(system, "records").forEach(one -> records.add(held(Json.child(Map.of("", one), ""))));
            systems.put(id, new OfSystem(Boolean.TRUE.equals(system.get("answered")), records));
        });
        return new HeldValues(systems);
    }

    private static Held held(Map<String, Object> tree) {
        var values = new LinkedHashMap<String, String>();
        Json.child(tree, "values").forEach((field, value) -> values.put(field, String.valueOf(value)));
        return new Held(Json.string(tree, "category"), values);
    }

    @Override
    public String toString() {
        return "HeldValues[personal]";
    }
}
