package dev.kept.clock;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One worked deadline: a line of a file of vectors, by the names of its columns. */
record Vector(Map<String, String> columns) {
    /** Reads the file that is named, or the project's own. */
    static List<Vector> read(@Nullable String file) {
        try {
            var text = file == null ? ownCopy() : Files.readString(fromRoot(file));
            var lines = text.replace("\uFEFF", "")
                    .lines()
                    .filter(line -> !line.isBlank())
                    .toList();
            var names = cells(lines.get(0));
            return lines.stream().skip(1).map(line -> of(names, line)).toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    String get(String column) {
        var value = columns.get(column);
        if (value == null) {
            throw new IllegalArgumentException("The vectors have no column " + column);
        }
        return value;
    }

    static List<String> cells(String line) {
        var cells = new ArrayList<String>();
        var cell = new StringBuilder();
        var quoted = false;
        for (var i = 0; i < line.length(); i++) {
            var c = line.charAt(i);
            if (c == '"' && quoted && i + 1 < line.length() && line.charAt(i + 1) == '"') {
                cell.append(c);
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                cells.add(cell.toString().strip());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        cells.add(cell.toString().strip());
        return cells;
    }

    private static Vector of(List<String> names, String line) {
        var cells = cells(line);
        if (cells.size() != names.size()) {
            throw new IllegalArgumentException(
                    "Expected " + names.size() + " columns, found " + cells.size() + ": " + line);
        }
        var columns = new HashMap<String, String>();
        for (var i = 0; i < cells.size(); i++) {
            columns.put(names.get(i), cells.get(i));
        }
        return new Vector(columns);
    }

    /** Maven runs tests in the module's folder, but people name files from where they typed the command. */
    private static Path fromRoot(String file) {
        return Path.of(System.getProperty("kept.root", ".")).resolve(file);
    }

    private static String ownCopy() throws IOException {
        try (var own = Vector.class.getResourceAsStream("/deadline-vectors.csv")) {
            if (own == null) {
                throw new IllegalStateException("deadline-vectors.csv is missing");
            }
            return new String(own.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
