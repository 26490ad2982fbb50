package dev.kept.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kept.http.Json;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** An erasure can be rehearsed: the same plan and counts, and nothing is touched. */
class RehearsalTest {
    private final Town town = Town.running();
    private final Office agnes = new Office(town, "agnes", "agent");
    private final String[] token = town.staff("agnes", "agent");

    @Test
    void theRehearsalIsThePlanThatIsDecidedAfterwards() {
        var marie = new Person(town).registers();
        var rehearsed = rehearsed("email", marie.address());
        assertFalse(Outcomes.ofPlan(rehearsed).isEmpty());

        marie.asksForDeletion().confirms();
        var plan = Json.child(agnes.task(marie.requestId()), "plan");
        assertEquals(plan.get("systems"), rehearsed.get("systems"));
    }

    @Test
    void nothingIsTouchedAndTheLedgerSaysWhoLooked() {
        var marie = new Person(town).registers();
        var before = rehearsed("email", marie.address());
        var after = rehearsed("email", marie.address().toUpperCase(Locale.ROOT));
        assertEquals(before.get("systems"), after.get("systems"), "the first one took nothing away");

        var id = Json.string(after, "rehearsalId");
        var entries = new Office(town, "aude", "auditor").entriesAbout(id);
        assertEquals(1, entries.size());
        assertEquals("erasure-rehearsed", entries.get(0).get("what"));
        assertEquals("agnes", entries.get(0).get("actor"));
    }

    @Test
    void whoIsUnknownHasAnEmptyPlan() {
        var nobody = rehearsed("email", "nobody-of-the-kind@example.org");
        assertEquals(Map.of(), Outcomes.erased(Outcomes.ofPlan(nobody)));
    }

    @Test
    void whatIsNoIdentifierAndWhoMayNotLookAreRefused() {
        var refused = post("email", "no address", token);
        assertEquals(422, refused.status());
        assertEquals(List.of("identifier.value"), Json.list(refused.json(), "fields"));
        assertFalse(refused.body().contains("no address"), refused.body());
        assertEquals(
                List.of("identifier.type"),
                Json.list(post("name", "Marie", token).json(), "fields"));
        assertEquals(
                403,
                post("email", "marie@example.org", town.staff("aude", "auditor"))
                        .status());
        assertEquals(401, post("email", "marie@example.org").status());
    }

    @Test
    void theConsoleShowsItWithoutScript() {
        var marie = new Person(town).registers();
        var form = town.client().get("/staff/rehearsals", page());
        assertEquals(200, form.status());
        assertTrue(form.body().contains("action=\"/staff/rehearsals"), form.body());

        var shown = town.client().post("/staff/rehearsals", order("email", marie.address()), page());
        assertEquals(200, shown.status());
        assertTrue(shown.body().contains("<table"), shown.body());
        assertFalse(shown.body().contains(marie.address()), "it does not repeat whom");

        var faulty = town.client().post("/staff/rehearsals", order("email", "no address"), page());
        assertEquals(422, faulty.status());
        assertTrue(faulty.body().contains("id=\"rehearsal-error\""), faulty.body());
    }

    private String[] page() {
        return new String[] {token[0], token[1], "Accept", "text/html"};
    }

    private Map<String, Object> rehearsed(String type, String value) {
        var answered = post(type, value, token);
        assertEquals(200, answered.status(), answered.toString());
        return answered.json();
    }

    private Answered post(String type, String value, String... headers) {
        return town.client().post("/staff/rehearsals", order(type, value), headers);
    }

    private static Map<String, Object> order(String type, String value) {
        return Map.of("identifier", Map.of("type", type, "value", value));
    }
}
