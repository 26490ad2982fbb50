package dev.kept.console;

import dev.kept.http.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The lines of a plan: how much of what was found in which system, and which systems have not answered. */
record Found(List<Line> lines, List<String> unanswered) {

    /** So many records of a category in a system. */
    record Line(String system, String category, int count) {}

    static Found in(Map<String, Object> plan) {
        var lines = new ArrayList<Line>();
        var unanswered = new ArrayList<String>();
        for (var each : Json.list(plan, "systems")) {
            var system = Json.child(Map.of("system", each), "system");
            var id = Json.string(system, "system");
            if (!Boolean.TRUE.equals(system.get("answered"))) {
                unanswered.add(id);
            }
            var found = Json.child(system, "found");
            found.keySet().forEach(category -> lines.add(new Line(id, category, Json.number(found, category))));
        }
        return new Found(lines, unanswered);
    }
}
