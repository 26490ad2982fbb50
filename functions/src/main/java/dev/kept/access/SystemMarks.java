package dev.kept.access;

import dev.kept.http.Json;
import dev.kept.ledger.Outcome;
import dev.kept.ledger.SystemOutcome;
import dev.kept.request.Marks;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What became of a request in each system, as the steps have marked it. */
final class SystemMarks {
    static final String PREFIX = "system#";

    private final Marks marks;

    SystemMarks(Marks marks) {
        this.marks = marks;
    }

    List<SystemOutcome> outcomes(String requestId) {
        return marks.all(requestId, PREFIX).entrySet().stream()
                .map(entry -> outcome(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static SystemOutcome outcome(String system, Map<String, Object> mark) {
        var outcome = Outcome.valueOf(String.valueOf(mark.get("outcome")).toUpperCase(Locale.ROOT));
        var found = new TreeMap<String, Integer>();
        Json.child(mark, "found").forEach((category, count) -> found.put(category, ((Number) count).intValue()));
        return new SystemOutcome(
                system,
                outcome,
                found,
                Map.of(),
                Optional.ofNullable(mark.get("reason")).map(Object::toString),
                Optional.empty());
    }
}
