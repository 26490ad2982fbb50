package dev.kept.fault;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Puts another text in the place of one that stands once in a block of a file.
 *
 * @param block the name of a resource, a state or whatever else has lines below it that are set in deeper
 */
record Edit(String file, String block, String text, String instead) {
    static Edit template(String resource, String text, String instead) {
        return new Edit("template.yaml", resource, text, instead);
    }

    static Edit workflow(String state, String text, String instead) {
        return new Edit("workflows/answer-access.asl.json", state, text, instead);
    }

    /** The whole file, edited. */
    String in(String whole) {
        var lines = whole.lines().toList();
        var first = first(lines);
        var after = after(lines, first);
        var pieces = joined(lines.subList(first, after)).split(Pattern.quote(text), -1);
        if (pieces.length != 2) {
            throw new AssertionError(file + " has " + (pieces.length - 1) + " times in " + block + ": " + text);
        }
        return joined(lines.subList(0, first))
                + String.join(instead, pieces)
                + joined(lines.subList(after, lines.size()));
    }

    private int first(List<String> lines) {
        var names = List.of(block + ":", "\"" + block + "\": {");
        var found = IntStream.range(0, lines.size())
                .filter(line -> names.contains(lines.get(line).strip()))
                .toArray();
        if (found.length != 1) {
            throw new AssertionError(file + " has " + found.length + " times the block " + block);
        }
        return found[0];
    }

    private static int after(List<String> lines, int first) {
        return IntStream.range(first + 1, lines.size())
                .filter(line -> !lines.get(line).isBlank() && depth(lines.get(line)) <= depth(lines.get(first)))
                .findFirst()
                .orElse(lines.size());
    }

    private static int depth(String line) {
        return line.length() - line.stripLeading().length();
    }

    private static String joined(List<String> lines) {
        return lines.isEmpty() ? "" : String.join("\n", lines) + "\n";
    }
}
