package dev.kept.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.kept.http.Json;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the receipt of a request says.
 *
 * @param content all of it, as it was signed
 */
record Receipt(Map<String, Object> content) {
    static Receipt of(Town town, Person person) {
        var answered = town.client()
                .get("/requests/" + person.requestId() + "/receipt", "Authorization", "Bearer " + person.followToken());
        assertEquals(200, answered.status(), answered.toString());
        var payload = new String(answered.bytes(), StandardCharsets.UTF_8).split("\\.", -1)[1];
        return new Receipt(Json.object(new String(Base64.getUrlDecoder().decode(payload), StandardCharsets.UTF_8)));
    }

    List<Map<?, ?>> systems() {
        return Json.list(content, "systems").stream()
                .<Map<?, ?>>map(line -> (Map<?, ?>) line)
                .toList();
    }

    /** The outcome in each system; the last where there are more lines than one. */
    Map<String, String> outcomes() {
        var outcomes = new TreeMap<String, String>();
        systems().forEach(line -> outcomes.put(String.valueOf(line.get("id")), String.valueOf(line.get("outcome"))));
        return outcomes;
    }

    /** The lines of what is kept. */
    List<Map<String, Object>> withheld() {
        return systems().stream()
                .filter(line -> "withheld".equals(line.get("outcome")))
                .map(line -> Json.child(Map.of("line", line), "line"))
                .toList();
    }
}
