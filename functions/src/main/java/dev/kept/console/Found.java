package dev.kept.console;

import dev.kept.http.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The lines of a plan: how much of what was found in which system and what becomes of it, and which systems are silent. */
record Found(List<Line> lines, List<String> unanswered) {

    /**
     * So many records of a category in a system.
     *
     * @param does the word of what becomes of them
     * @param law the provision that keeps them, where one does
     * @param until the last day of keeping, or the day by which a hold is looked at again
     */
    record Line(
            String system,
            String category,
            int count,
            @Nullable String does,
            @Nullable String law,
            @Nullable String until) {}

    static Found in(Map<String, Object> plan) {
        var lines = new ArrayList<Line>();
        var unanswered = new ArrayList<String>();
        for (var each : Json.list(plan, "systems")) {
            var system = Json.child(Map.of("system", each), "system");
            var id = Json.string(system, "system");
            if (!Boolean.TRUE.equals(system.get("answered"))) {
                unanswered.add(id);
            }
            if (system.containsKey("lines")) {
                Json.list(system, "lines").forEach(line -> lines.add(planned(id, Json.child(Map.of("", line), ""))));
            } else {
                var found = Json.child(system, "found");
                found.keySet()
                        .forEach(category -> lines.add(
                                new Line(id, category, Json.number(found, category), does(plan), null, null)));
            }
        }
        return new Found(lines, unanswered);
    }

    private static Line planned(String system, Map<String, Object> line) {
        return new Line(
                system,
                Json.string(line, "category"),
                Json.number(line, "count"),
                Json.string(line, "does"),
                text(line, "law"),
                text(line, "until"));
    }

    private static @Nullable String text(Map<String, Object> line, String name) {
        var value = line.get(name);
        return value == null ? null : value.toString();
    }

    private static @Nullable String does(Map<String, Object> plan) {
        return switch (String.valueOf(plan.get("does"))) {
            case "hand-over", "hand-over-provided" -> "copy";
            case "correct" -> "correct";
            case "restrict", "stop-use" -> "restrict";
            default -> null;
        };
    }
}
