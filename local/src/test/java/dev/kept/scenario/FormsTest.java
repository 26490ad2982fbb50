package dev.kept.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kept.http.Json;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What somebody fills in is taken once, put right under the same key, and added to what is known of her. */
class FormsTest {
    private final Town town = Town.running();

    @Test
    void theSameFormTwiceIsTakenOnce() {
        var marie = new Person(town);
        for (var form :
                Map.of("register", registration(marie), "order", order(marie)).entrySet()) {
            var key = form.getKey() + "-" + marie.address();

            var first = fill(form.getKey(), form.getValue(), key);
            var second = fill(form.getKey(), form.getValue(), key);

            assertEquals(201, first.status(), first.toString());
            assertEquals(first.body(), second.body());
            assertEquals(409, fill(form.getKey(), Map.of("name", "Irène"), key).status(), "other content, same key");
        }
    }

    @Test
    void aFormThatWasPutRightMayComeUnderTheSameKey() {
        var marie = new Person(town);
        for (var form :
                Map.of("register", registration(marie), "order", order(marie)).entrySet()) {
            var key = form.getKey() + "-again-" + marie.address();
            var wrong = new HashMap<>(form.getValue());
            wrong.put("email", "nowhere");

            assertEquals(422, fill(form.getKey(), wrong, key).status());
            assertEquals(201, fill(form.getKey(), form.getValue(), key).status());
        }
    }

    @Test
    void aRequestThatWasPutRightMayComeUnderTheSameKey() {
        var marie = new Person(town).registers();
        var key = "request-" + marie.address();

        assertEquals(
                422,
                town.client()
                        .post("/requests", Map.of("kind", "access"), "Idempotency-Key", key)
                        .status());
        assertEquals(
                202,
                town.client()
                        .post("/requests", marie.request(), "Idempotency-Key", key)
                        .status());
    }

    @Test
    void whoOrdersWithoutAnAccountIsKnownAfterwards() {
        var marie = new Person(town).orders().registers().asks().confirms();

        var task = new Office(town, "agnes", "agent").task(marie.requestId());

        assertTrue(
                Json.list(task, "found").contains(Map.of("system", "kept", "category", "contact", "count", 2)),
                "the contact of the order and the one of the account are hers");
    }

    private static Map<String, Object> registration(Person person) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("name", "Marie Curie");
        fields.put("email", person.address());
        return fields;
    }

    private static Map<String, Object> order(Person person) {
        return new LinkedHashMap<>(person.order());
    }

    private Answered fill(String form, Map<String, Object> fields, String key) {
        return town.client()
                .post("/forms/" + form, Map.of("fields", fields, "consents", Map.of()), "Idempotency-Key", key);
    }
}
