package dev.kept.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Whoever asks under a telephone number gets every letter at the address that is on file for it. */
class ByTelephoneTest {
    private final Town town = Town.running();
    private final Office agnes = new Office(town, "agnes", "agent");

    @Test
    void theWholeWayWithEveryQuestionOnIt() throws IOException {
        var marie = marie();
        var first = town.lastMailTo(marie.address()).token("/confirmation");
        town.advance("PT1S");
        var renewed =
                town.client().post("/requests/" + marie.requestId() + "/confirmation-link", Map.of("token", first));
        assertEquals(202, renewed.status(), renewed.toString());
        marie.confirms();

        agnes.decides(agnes.task(marie.requestId()), "ask-identity", "", "Quel produit avez-vous commandé ?");
        var token = town.lastMailTo(marie.address()).token("/identity");
        var answered = town.client()
                .post("/requests/" + marie.requestId() + "/identity", Map.of("token", token, "answer", "Une licence"));
        assertEquals(204, answered.status(), answered.toString());
        agnes.decides(agnes.task(marie.requestId()), "extend", "MANY_SYSTEMS", "");
        assertTrue(marie.steps().contains("extended"));
        agnes.approves(marie.requestId());

        assertEquals("answered", marie.state());
        assertTrue(WholeWayTest.unzip(marie.downloads()).toString().contains(marie.address()));
    }

    @Test
    void refused() {
        var marie = marie().confirms();
        var task = agnes.task(marie.requestId());

        agnes.decides(task, "refuse", UnhappyWaysTest.ground(task), "");

        assertEquals("refused", marie.state());
        assertTrue(town.lastMailTo(marie.address()).text().contains("CNIL"));
    }

    @Test
    void withdrawn() {
        assertEquals("withdrawn", marie().confirms().withdraws().state());
    }

    @Test
    void failed() {
        var marie = marie().confirms();
        town.mishaps().fail(marie.requestId(), "Package Answer", 1, "java.lang.IllegalStateException");
        var before = town.mailTo(marie.address()).size();

        agnes.approves(marie.requestId());

        assertEquals("failed", marie.state());
        assertEquals(before + 1, town.mailTo(marie.address()).size());
    }

    @OnlyLocally(OnlyLocally.TIME)
    @Test
    void late() {
        var marie = marie().confirms();
        var before = town.mailTo(marie.address()).size();

        town.advance("P33D");

        assertEquals("deciding", marie.state());
        assertEquals(before + 1, town.mailTo(marie.address()).size(), "she is told once that we are late");
    }

    private Person marie() {
        return Person.known(town, town.newPhone()).registers().asks();
    }
}
