package dev.kept.erasure;

import dev.kept.http.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What becomes of a person's data in one system.
 *
 * @param answered false when it could not be asked, so that nothing is known of what it holds
 */
public record SystemPlan(String system, boolean answered, List<PlanLine> lines) {
    Map<String, Object> tree() {
        var found = new TreeMap<String, Integer>();
        lines.forEach(line -> found.merge(line.category(), line.count(), Integer::sum));
        var tree = new LinkedHashMap<String, Object>();
        tree.put("system", system);
        tree.put("answered", answered);
        tree.put("found", found);
        tree.put("lines", lines.stream().map(PlanLine::tree).toList());
        return tree;
    }

    static SystemPlan of(Map<String, Object> tree) {
        return new SystemPlan(
                Json.string(tree, "system"),
                Boolean.TRUE.equals(tree.get("answered")),
                Json.list(tree, "lines").stream()
                        .map(line -> PlanLine.of(Json.child(Map.of("line", line), "line")))
                        .toList());
    }

    /** How many records of each category go. */
    Map<String, Integer> going() {
        var going = new TreeMap<String, Integer>();
        lines.stream()
                .filter(line -> line.treatment().goes())
                .forEach(line -> going.merge(line.category(), line.count(), Integer::sum));
        return going;
    }

    /** What stays. */
    SystemPlan rest() {
        return new SystemPlan(
                system,
                answered,
                lines.stream().filter(line -> !line.treatment().goes()).toList());
    }

    Set<String> categories(Treatment treatment) {
        return lines.stream()
                .filter(line -> line.treatment() == treatment)
                .map(PlanLine::category)
                .collect(Collectors.toSet());
    }

    /**
     * Whether nothing goes beyond what this plan said, nor in another manner; less is what a repetition finds. What a hold kept
     * back was approved to go as soon as it may.
     */
    boolean covers(SystemPlan now) {
        return now.lines().stream()
                .filter(line -> line.treatment().goes())
                .allMatch(going -> going.count() <= approved(going.category(), going.treatment()));
    }

    private int approved(String category, Treatment treatment) {
        return lines.stream()
                .filter(line -> line.category().equals(category)
                        && (line.treatment() == treatment || line.treatment() == Treatment.HOLD))
                .mapToInt(PlanLine::count)
                .sum();
    }
}
