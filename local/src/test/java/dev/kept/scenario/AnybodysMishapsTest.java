package dev.kept.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** Mishaps that would strike whoever comes first: nothing in the call says for whom it is made. */
@Isolated
class AnybodysMishapsTest {
    private final Town town = Town.running();

    @Test
    void aStartThatWasLostIsMadeUpForWithinTheHour() {
        var marie = new Person(town).registers();
        town.mishaps().refuse("StartExecution", 1);
        var answered = town.client().post("/requests", marie.request());
        assertEquals(503, answered.status(), answered.toString());
        assertEquals("/problems/unavailable", answered.text("type"));
        assertTrue(town.mailTo(marie.address()).isEmpty());

        town.fire("WatchDeadlinesFunction", "PT2H");

        assertTrue(town.lastMailTo(marie.address()).token("/confirmation").length() > 20);
    }

    @Test
    void aDeletionWhoseStartWasLostIsMadeUpForToo() {
        var marie = new Person(town).registers();
        town.mishaps().refuse("StartExecution", 1);
        var answered = town.client().post("/requests", marie.deletion());
        assertEquals(503, answered.status(), answered.toString());

        town.fire("WatchDeadlinesFunction", "PT2H");

        assertTrue(town.lastMailTo(marie.address()).token("/confirmation").length() > 20);
    }

    @Test
    void aKeyWhoseAnswerWasLostIsTheOneThatIsUsed() {
        town.mishaps().loseAnswer("PutItem", "KeysTable");
        var marie = new Person(town).registers();

        marie.asks().confirms();

        assertEquals("deciding", marie.state());
    }
}
