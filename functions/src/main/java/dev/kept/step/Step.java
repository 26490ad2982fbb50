package dev.kept.step;

import dev.kept.http.Json;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a workflow or a schedule hands to a function.
 *
 * @param input ids, counts and enum words
 */
public record Step(Map<String, Object> input) {
    /** The value of that name, which the workflow's definition guarantees. */
    public String text(String name) {
        return find(name).orElseThrow(() -> new IllegalArgumentException("the step lacks " + name));
    }

    public Optional<String> find(String name) {
        return Optional.ofNullable(input.get(name)).map(Object::toString);
    }

    /**
     * The moment for which a schedule fired, in ISO 8601 and UTC; empty when nobody says so.
     *
     * @throws IllegalArgumentException when it is none
     */
    public Optional<Instant> firedAt() {
        try {
            return find("time").map(Instant::parse);
        } catch (DateTimeParseException unreadable) {
            throw new IllegalArgumentException("time must be written as 2026-11-23T09:00:00Z", unreadable);
        }
    }

    public int number(String name) {
        return input.get(name) instanceof Number number ? number.intValue() : 0;
    }

    public List<Object> list(String name) {
        return Json.list(input, name);
    }

    /** The request that the step is for. */
    public String requestId() {
        return text("requestId");
    }
}
