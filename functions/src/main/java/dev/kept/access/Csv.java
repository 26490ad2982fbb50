package dev.kept.access;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/**
 * Tables as CSV (RFC 4180, UTF-8). A cell that a spreadsheet would run as a formula is prefixed with an apostrophe, so
 * that what somebody once typed into a form does nothing when the person opens her own data.
 */
final class Csv {
    private static final String STARTS_FORMULA = "=+-@\t\r";

    private Csv() {}

    static String of(List<Map<String, String>> rows) {
        var columns = new LinkedHashSet<String>();
        rows.forEach(row -> columns.addAll(row.keySet()));
        var lines = new ArrayList<String>();
        lines.add(line(List.copyOf(columns)));
        rows.forEach(row -> lines.add(line(
                columns.stream().map(column -> row.getOrDefault(column, "")).toList())));
        return String.join("\r\n", lines) + "\r\n";
    }

    private static String line(List<String> cells) {
        return String.join(",", cells.stream().map(Csv::cell).toList());
    }

    private static String cell(String text) {
        var safe = !text.isEmpty() && STARTS_FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        return safe.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r')
                ? "\"" + safe.replace("\"", "\"\"") + "\""
                : safe;
    }
}
