package dev.kept.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kept.http.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;

/** A policy names a place where somebody has to look: requests wait for that, and name it as open when nobody has. */
@Execution(ExecutionMode.CONCURRENT)
// its scenarios one after another, all the same
@ResourceLock("CabinetTest")
@OnlyLocally(OnlyLocally.INSIDE)
class CabinetTest {
    private static final String POLICY = "cabinet";

    private static final Town APART = Town.under(POLICY, PolicyVariant.of(POLICY, CabinetTest::addCabinet));

    private final Town town = APART.nextScenario();
    private final Office agnes = new Office(town, "agnes", "agent");

    private static void addCabinet(Map<String, Object> policy) {
        var systems = new LinkedHashMap<>(Json.child(policy, "systems"));
        systems.put(
                "cabinet",
                Map.of(
                        "kind", "hand",
                        "title", Map.of("fr", "Armoire", "en", "Filing cabinet"),
                        "categories", List.of("contact", "marketing"),
                        "instructions", Map.of("fr", "Tiroir 3, par nom.", "en", "Drawer 3, by name."),
                        "within", "P5D"));
        policy.put("systems", systems);
    }

    @AfterAll
    static void leaves() {
        APART.close();
    }

    @Test
    void anErasureWaitsForWhoLooksAndCountsWhatSheFound() {
        var marie = new Person(town).registers().asksForDeletion().confirms();
        Office.bothApprove(town, marie.requestId());
        assertEquals("carrying-out", marie.state());

        says(marie, "erase-by-hand", "done", Map.of("contact", 2), "Shredded.");
        town.advance("PT2H");

        assertEquals("answered", marie.state());
        assertEquals(2, received(marie).get("cabinet contact erased"));
        assertTrue(town.lastMailTo(marie.address()).text().contains("Armoire"));
    }

    @Test
    void anAccessHandsOverWhatSheFound() {
        var marie = new Person(town).registers().asks().confirms();
        agnes.approves(marie.requestId());

        says(marie, "gather-by-hand", "done", Map.of("contact", 1), "A letter of May.");
        town.advance("PT2H");

        assertEquals("answered", marie.state());
        assertEquals(1, received(marie).get("cabinet contact given"));
    }

    @Test
    void aCorrectionIsDoneThereToo() {
        var marie = new Person(town).registers().proposes(Map.of("name", "Marie Curie"));
        marie.confirms();
        agnes.approves(marie.requestId());

        says(marie, "correct-by-hand", "done", Map.of("contact", 1), "");
        town.advance("PT2H");

        assertEquals("answered", marie.state());
        assertEquals(1, received(marie).get("cabinet contact corrected"));
    }

    @Test
    void whereNobodyLooksInTimeItIsNamedAsOpenAndWhatIsSaidLaterCounts() {
        var marie = new Person(town).registers().asksForDeletion().confirms();
        Office.bothApprove(town, marie.requestId());

        town.advance("P6D");

        assertEquals("answered", marie.state());
        var mail = town.lastMailTo(marie.address()).text();
        assertTrue(mail.contains("n’ont pas répondu") && mail.contains("Armoire"), mail);
        says(marie, "erase-by-hand", "done", Map.of("contact", 1), "");
        town.advance("P1D");

        var second = town.lastMailTo(marie.address()).text();
        assertFalse(second.contains("n’ont pas répondu"), second);
        assertTrue(second.contains("Armoire)\u00a0: 1"), second);
        assertEquals("SUCCEEDED", town.passage(marie.requestId()).status());
    }

    @Test
    void whoObjectsToMarketingIsTakenOutOfItToo() {
        var marie = new Person(town).registersAndSubscribes().objectsTo("marketing");
        marie.confirms();
        assertEquals("answered", marie.state(), "it takes effect at once: nobody writes to her meanwhile");
        var mail = town.lastMailTo(marie.address()).text();
        assertTrue(mail.contains("Dans ces systèmes") && mail.contains("Armoire"), mail);

        says(marie, "erase-by-hand", "done", Map.of("marketing", 3), "Three cards of the fair.");
        town.advance("P1D");

        var told = town.lastMailTo(marie.address()).text();
        assertFalse(told.contains("Dans ces systèmes"), told);
        assertEquals("SUCCEEDED", town.passage(marie.requestId()).status());
    }

    private void says(Person person, String kind, String decision, Map<String, Object> counts, String note) {
        var task = agnes.task(person.requestId());
        assertEquals(kind, task.get("kind"));
        var bearer = town.staff("agnes", "agent");
        var said = town.client()
                .post(
                        "/staff/tasks/" + task.get("taskId") + "/decision",
                        Map.of("decision", decision, "counts", counts, "note", note),
                        bearer[0],
                        bearer[1]);
        assertEquals(200, said.status(), said.toString());
    }

    private Map<String, Integer> received(Person person) {
        return Outcomes.ofReceipt(Receipt.of(town, person));
    }
}
