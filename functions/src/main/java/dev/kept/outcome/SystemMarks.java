package dev.kept.outcome;

import dev.kept.http.Json;
import dev.kept.ledger.Outcome;
import dev.kept.ledger.SystemOutcome;
import dev.kept.request.Marks;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What became of a request in each system, as the steps have marked it: one line, or more where it differs by category. */
public final class SystemMarks {
    private static final String PREFIX = "system#";

    private final Marks marks;

    public SystemMarks(Marks marks) {
        this.marks = marks;
    }

    /** Marks what became of a request in a system; what was marked before is replaced. */
    public void put(String requestId, String system, List<SystemOutcome> lines) {
        marks.put(
                requestId,
                PREFIX + system,
                Map.of("lines", lines.stream().map(SystemMarks::tree).toList()));
    }

    /** What has been marked for a system; nothing before its first step. */
    public List<SystemOutcome> of(String requestId, String system) {
        return marks.find(requestId, PREFIX + system)
                .map(mark -> lines(system, mark))
                .orElse(List.of());
    }

    /** Every line, by system. */
    public List<SystemOutcome> outcomes(String requestId) {
        return marks.all(requestId, PREFIX).entrySet().stream()
                .flatMap(entry -> lines(entry.getKey(), entry.getValue()).stream())
                .toList();
    }

    private static Map<String, Object> tree(SystemOutcome line) {
        var tree = new LinkedHashMap<String, Object>();
        tree.put("outcome", line.outcome().name().toLowerCase(Locale.ROOT));
        tree.put("found", line.found());
        tree.put("left", line.left());
        line.reason().ifPresent(reason -> tree.put("reason", reason));
        line.until().ifPresent(until -> tree.put("until", until.toString()));
        return tree;
    }

    private static List<SystemOutcome> lines(String system, Map<String, Object> mark) {
        return Json.list(mark, "lines").stream()
                .map(line -> outcome(system, Json.child(Map.of("line", line), "line")))
                .toList();
    }

    private static SystemOutcome outcome(String system, Map<String, Object> line) {
        return new SystemOutcome(
                system,
                Outcome.valueOf(String.valueOf(line.get("outcome")).toUpperCase(Locale.ROOT)),
                counts(line, "found"),
                counts(line, "left"),
                Optional.ofNullable(line.get("reason")).map(Object::toString),
                Optional.ofNullable(line.get("until")).map(until -> Instant.parse(until.toString())));
    }

    private static Map<String, Integer> counts(Map<String, Object> line, String name) {
        var counts = new TreeMap<String, Integer>();
        Json.child(line, name).forEach((category, count) -> counts.put(category, ((Number) count).intValue()));
        return counts;
    }
}
