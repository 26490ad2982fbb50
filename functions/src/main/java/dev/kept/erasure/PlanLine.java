package dev.kept.erasure;

import dev.kept.http.Json;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What becomes of so many records of a category in one system.
 *
 * @param count how many records were found
 * @param reason the code of why they stay, absent where they go
 * @param law the provision that makes the organisation keep them, where one does
 * @param until the last day of keeping, where it is known
 */
public record PlanLine(
        String category,
        Treatment treatment,
        int count,
        Optional<String> reason,
        Optional<String> law,
        Optional<LocalDate> until) {

    Map<String, Object> tree() {
        var tree = new LinkedHashMap<String, Object>();
        tree.put("category", category);
        tree.put("does", treatment.word());
        tree.put("count", count);
        reason.ifPresent(code -> tree.put("reason", code));
        law.ifPresent(provision -> tree.put("law", provision));
        until.ifPresent(day -> tree.put("until", day.toString()));
        return tree;
    }

    static PlanLine of(Map<String, Object> tree) {
        return new PlanLine(
                Json.string(tree, "category"),
                Treatment.of(Json.string(tree, "does")),
                Json.number(tree, "count"),
                Optional.ofNullable(tree.get("reason")).map(Object::toString),
                Optional.ofNullable(tree.get("law")).map(Object::toString),
                Optional.ofNullable(tree.get("until")).map(day -> LocalDate.parse(day.toString())));
    }

    PlanLine of(int records) {
        return new PlanLine(category, treatment, records, reason, law, until);
    }
}
