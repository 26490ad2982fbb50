package dev.kept.local.states;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The events of one execution, numbered from one. */
final class History {
    /** An execution is ended by the event of this number. */
    static final int LIMIT = 25_000;

    private final List<HistoryEvent> events = new ArrayList<>();

    long add(Instant instant, long previous, String type, Map<String, @Nullable Object> details) {
        long id = events.size() + 1L;
        events.add(new HistoryEvent(id, previous, instant, type, details));
        return id;
    }

    boolean isFull() {
        return events.size() >= LIMIT - 1;
    }

    List<HistoryEvent> all() {
        return List.copyOf(events);
    }

    /** Details with a text and the note, always there, that it was not cut. */
    static Map<String, @Nullable Object> text(String field, String text) {
        return Json.object(field, text, field + "Details", Map.of("truncated", false));
    }

    /** The details of variables, each value as a text; none where none was assigned. */
    static Map<String, @Nullable Object> assigned(Map<String, @Nullable Object> values) {
        if (values.isEmpty()) {
            return Map.of();
        }
        var texts = new LinkedHashMap<String, @Nullable Object>();
        values.forEach((name, value) -> texts.put(name, Json.write(value)));
        return Json.object("assignedVariables", texts, "assignedVariablesDetails", Map.of("truncated", false));
    }
}
