package dev.kept.access;

import dev.kept.page.Dates;
import dev.kept.page.SystemItem;
import dev.kept.page.TableItem;
import dev.kept.page.Texts;
import dev.kept.policy.Policy;
import dev.kept.system.Row;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/** What was gathered as tables for people: a table for each category of each system, its columns named in words. */
final class DataTables {
    private final Policy policy;
    private final Texts texts;
    private final Labels labels;
    private final RequestWords requests;

    DataTables(Policy policy, Texts texts, Labels labels) {
        this.policy = policy;
        this.texts = texts;
        this.labels = labels;
        requests = new RequestWords(policy, texts);
    }

    /** A system's tables. */
    SystemItem of(Parts.Part part) {
        var tables = new ArrayList<TableItem>();
        var byCategory = new LinkedHashMap<String, List<Map<String, String>>>();
        for (var row : part.rows()) {
            byCategory
                    .computeIfAbsent(row.category(), made -> new ArrayList<>())
                    .add(cells(part.system(), row));
        }
        byCategory.forEach((category, rows) -> tables.add(table(title(category), rows)));
        var documents = new LinkedHashMap<String, List<Map<String, String>>>();
        for (var file : part.files()) {
            documents
                    .computeIfAbsent(file.category(), made -> new ArrayList<>())
                    .add(Map.of(texts.get("copy.document"), file.name()));
        }
        documents.forEach((category, rows) -> tables.add(table(title(category), rows)));
        return new SystemItem(labels.system(part.system()), tables);
    }

    private TableItem table(String title, List<Map<String, String>> rows) {
        var columns = new LinkedHashSet<String>();
        rows.forEach(row -> columns.addAll(row.keySet()));
        return new TableItem(
                title,
                List.copyOf(columns),
                rows.stream()
                        .map(row -> columns.stream()
                                .map(column -> row.getOrDefault(column, ""))
                                .toList())
                        .toList());
    }

    /** First the data, then what is known about them. Two fields of one label share a cell rather than lose one. */
    private Map<String, String> cells(String system, Row row) {
        var cells = new LinkedHashMap<String, String>();
        row.fields()
                .forEach((name, value) -> cells.merge(
                        label(system, row, name), value(row, name, value), (one, other) -> one + "\n" + other));
        about(row, "source", "copy.about.source", cells);
        about(row, "collected", "copy.about.collected", cells);
        about(row, "consents", "copy.about.consents", cells);
        about(row, "keptUntil", "copy.about.keptUntil", cells);
        about(row, "keptUntilBecause", "copy.about.keptUntilBecause", cells);
        return cells;
    }

    private String label(String system, Row row, String name) {
        return RequestWords.are(row)
                ? requests.label(name)
                : labels.field(system, row.about().getOrDefault("source", ""), name);
    }

    private String value(Row row, String name, String value) {
        return RequestWords.are(row)
                ? requests.value(name, value)
                : labels.value(row.about().getOrDefault("source", ""), name, value);
    }

    private void about(Row row, String name, String key, Map<String, String> cells) {
        var value = row.about().get(name);
        if (value != null) {
            cells.put(texts.get(key), said(name, value));
        }
    }

    private String said(String name, String value) {
        return switch (name) {
            case "source" -> labels.source(value);
            case "consents" ->
                String.join(
                        "\n",
                        List.of(value.split(" ", -1)).stream()
                                .map(labels::consent)
                                .toList());
            default -> date(value);
        };
    }

    /** The date as people write it; a date that cannot be read is shown as it is stored. */
    private String date(String stored) {
        var dates = new Dates(texts);
        try {
            return stored.contains("T")
                    ? dates.moment(Instant.parse(stored).atZone(policy.zone()))
                    : dates.day(LocalDate.parse(stored));
        } catch (DateTimeParseException otherwise) {
            return stored;
        }
    }

    private String title(String category) {
        return policy.category(category).title().in(texts.language().code());
    }
}
