package dev.kept.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
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

    @Test
    void aRestrictionWhoseStartWasLostIsMadeUpForToo() {
        var marie = new Person(town).registers().asksForRestriction();
        town.mishaps().refuse("StartExecution", 1);
        assertEquals(503, town.client().post("/requests", marie.request()).status());

        town.fire("WatchDeadlinesFunction", "PT2H");

        assertTrue(town.lastMailTo(marie.address()).token("/confirmation").length() > 20);
    }

    @Test
    void aCorrectionWhoseStartWasLostIsMadeUpForToo() {
        var marie = new Person(town).registers().corrects(Map.of("name", "Marie Skłodowska"));
        town.mishaps().refuse("StartExecution", 1);
        assertEquals(503, town.client().post("/requests", marie.request()).status());

        town.fire("WatchDeadlinesFunction", "PT2H");

        assertTrue(town.lastMailTo(marie.address()).token("/confirmation").length() > 20);
    }

    @Test
    void aCancellationWhoseStartWasLostIsMadeUpForToo() {
        var marie = new Person(town).registers();
        town.mishaps().refuse("StartExecution", 1);
        var form = Map.<String, Object>of("fields", Map.of("email", marie.address()), "consents", Map.of());
        assertEquals(503, town.client().post("/forms/cancellation", form).status());

        town.fire("WatchDeadlinesFunction", "PT2H");

        assertTrue(town.lastMailTo(marie.address()).token("/confirmation").length() > 20);
    }

    @OnlyLocally(OnlyLocally.TIME)
    @Test
    void aQuestionThatDiedBeforeItWasSentIsAskedWhenTheBoxIsTickedAgain() {
        var marie =
                new Person(town).registersAndSubscribes().objectsTo("marketing").confirms();
        town.mishaps().dieAfter("PutItem", "SuppressionsTable");
        var ticked = Map.<String, Object>of("fields", marie.order(), "consents", Map.of("offers", true));
        assertTrue(town.client().post("/forms/order", ticked).status() >= 500);
        var mails = town.mailTo(marie.address()).size();

        town.client().post("/forms/order", ticked);
        assertEquals(mails, town.mailTo(marie.address()).size(), "it may still be on its way");
        town.advance("PT1M");
        town.client().post("/forms/order", ticked);
        town.client().post("/forms/order", ticked);

        assertEquals(mails + 1, town.mailTo(marie.address()).size());
    }

    /** The eleventh of {@link WhatBrokeElsewhereTest}: it said that it could not be stored, with status 200, and had stored half. */
    @Test
    void anErrorIsAnErrorToTheCallerAndNothingIsHalfStored() {
        var marie = new Person(town).registers();
        town.mishaps().refuse("TransactWriteItems", 1, "RequestsTable");

        var answered = town.client().post("/requests", marie.request());

        assertEquals(503, answered.status(), answered.toString());
        assertFalse(answered.body().contains("requestId"), answered.toString());
        assertEquals(0, town.mailTo(marie.address()).size(), "nothing was begun");
        assertEquals(202, town.client().post("/requests", marie.request()).status(), "and it can be asked again");
    }
}
