package dev.kept.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A function dies between two calls to AWS; what it began is carried on, and recorded once. */
class DeathsTest {
    private final Town town = Town.running();
    private final Office agnes = new Office(town, "agnes", "agent");
    private final Office boris = new Office(town, "boris", "approver");

    @Test
    void afterADecisionAndBeforeTheRequestIsMoved() {
        var marie = new Person(town).registers().asks().confirms();
        var task = agnes.task(marie.requestId());
        town.mishaps().dieAfter("TransactWriteItems", "decided-approve", marie.requestId());

        assertTrue(agnes.decides(task, "approve", "", "").status() >= 500);
        assertEquals("deciding", marie.state());
        assertEquals(List.of("decided-approve"), decisions(marie), "no decision without its entry");

        town.letThemLookAgain();
        assertEquals("answered", marie.state());
        assertEquals(List.of("decided-approve"), decisions(marie));
    }

    @OnlyLocally(OnlyLocally.VARIATION)
    @Test
    void beforeADecisionIsWritten() {
        var marie = new Person(town).registers().asks().confirms();
        var task = agnes.task(marie.requestId());
        town.mishaps().dieAfter("GetItem", String.valueOf(task.get("taskId")));

        assertTrue(agnes.decides(task, "approve", "", "").status() >= 500);
        assertEquals(List.of(), decisions(marie), "no entry without its decision");

        agnes.approves(marie.requestId());
        assertEquals("answered", marie.state());
        assertEquals(List.of("decided-approve"), decisions(marie));
    }

    @Test
    void afterTheFirstOfTwoDecisions() {
        var marie = new Person(town).registers().asks().confirms();
        var task = agnes.task(marie.requestId());
        town.mishaps().dieAfter("TransactWriteItems", "proposed-refuse", marie.requestId());

        assertTrue(agnes.decides(task, "refuse", "EXCESSIVE", "").status() >= 500);
        assertEquals(403, agnes.decides(task, "refuse", "EXCESSIVE", "").status(), "it was hers");
        assertEquals(200, boris.decides(task, "refuse", "EXCESSIVE", "").status());

        assertEquals("refused", marie.state());
        assertEquals(List.of("proposed-refuse", "decided-refuse"), decisions(marie));
    }

    @OnlyLocally(OnlyLocally.TIME)
    @ParameterizedTest
    @ValueSource(strings = {"access", "correction", "deletion", "restriction"})
    void ofAWorkflowThatAsksStaffAndFindsTheRequestWithdrawn(String kind) {
        var marie = asks(kind);
        town.mishaps().dieAfter("PutItem", "TasksTable", marie.requestId());
        marie.confirms().withdraws();

        town.advance("PT5M");

        assertEquals("SUCCEEDED", town.passage(marie.requestId()).status());
        assertEquals("withdrawn", marie.state());
    }

    @OnlyLocally(OnlyLocally.TIME)
    @ParameterizedTest
    @ValueSource(strings = {"access", "correction", "deletion", "restriction"})
    void ofAWorkflowThatAsksThePersonAndFindsThatSheHasAnswered(String kind) {
        var marie = asks(kind).confirms();
        town.mishaps().dieAfter("TransactWriteItems", "identity-asked", marie.requestId());
        agnes.decides(agnes.task(marie.requestId()), "ask-identity", "", "Votre numéro de client.");
        var token = town.lastMailTo(marie.address()).token("/identity");
        var answered = town.client()
                .post("/requests/" + marie.requestId() + "/identity", Map.of("token", token, "answer", "C-1"));
        assertEquals(204, answered.status(), answered.toString());

        town.advance("PT5M");

        assertEquals(marie.requestId() + ".2", agnes.task(marie.requestId()).get("taskId"), "who decides now");
        assertEquals("deciding", marie.state());
    }

    private Person asks(String kind) {
        var marie = new Person(town).registersWith(Map.of("phone", town.newPhone()));
        return switch (kind) {
            case "access" -> marie.asks();
            case "correction" -> marie.proposes(Map.of("phone", town.newPhone()));
            case "deletion" -> marie.asksForDeletion();
            default -> marie.asksForRestriction();
        };
    }

    /** What the ledger says was proposed and decided about the request, in its order. */
    private List<String> decisions(Person person) {
        return new Office(town, "aude", "auditor")
                .entriesAbout(person.requestId()).stream()
                        .map(entry -> String.valueOf(entry.get("what")))
                        .filter(what -> what.matches("(decided|proposed)-.*"))
                        .toList();
    }
}
