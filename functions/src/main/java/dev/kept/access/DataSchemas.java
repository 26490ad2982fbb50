package dev.kept.access;

import dev.kept.http.Json;
import dev.kept.system.Row;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/** Describes the data files of a package as JSON Schemas, so that other software can take them in (GDPR art. 20(1)). */
final class DataSchemas {
    static final String ENDING = ".schema.json";

    private static final String DIALECT = "https://json-schema.org/draft/2020-12/schema";

    private final Labels labels;

    DataSchemas(Labels labels) {
        this.labels = labels;
    }

    /** The schema of one file: its records, each with every field that any of them has. */
    String of(String system, String category, List<Row> rows) {
        var data = new LinkedHashMap<String, Object>();
        for (var row : rows) {
            var source = row.about().getOrDefault("source", "");
            row.fields().keySet().forEach(name -> data.put(name, text(labels.field(system, source, name))));
        }
        var about = new LinkedHashSet<String>();
        rows.forEach(row -> about.addAll(row.about().keySet()));
        var facts = new LinkedHashMap<String, Object>();
        about.forEach(name -> facts.put(name, Map.of("type", "string")));
        var properties = new LinkedHashMap<String, Object>();
        properties.put("category", Map.of("const", category));
        properties.put("about", object(facts, List.of()));
        properties.put("data", object(data, List.of()));
        properties.put("leftOut", list(Map.of("type", "string")));
        var records = list(object(properties, List.of("category", "data")));
        var schema = new LinkedHashMap<String, Object>();
        schema.put("$schema", DIALECT);
        schema.put("title", category);
        schema.putAll(object(Map.of("$schema", Map.of("type", "string"), "records", records), List.of("records")));
        return Json.text(schema);
    }

    private static Map<String, Object> text(String title) {
        var text = new LinkedHashMap<String, Object>();
        text.put("type", "string");
        text.put("title", title);
        return text;
    }

    private static Map<String, Object> object(Map<String, Object> properties, List<String> required) {
        var object = new LinkedHashMap<String, Object>();
        object.put("type", "object");
        object.put("properties", properties);
        object.put("required", required);
        object.put("additionalProperties", false);
        return object;
    }

    private static Map<String, Object> list(Map<String, Object> items) {
        var list = new LinkedHashMap<String, Object>();
        list.put("type", "array");
        list.put("items", items);
        return list;
    }
}
