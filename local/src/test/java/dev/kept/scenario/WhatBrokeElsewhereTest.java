package dev.kept.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kept.http.Json;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * Twelve ways in which another system for privacy requests was seen to lose a person's trust, each with what has to happen
 * here instead. The eleventh is in {@link AnybodysMishapsTest}, since its mishap meets whoever comes first.
 */
@OnlyLocally(OnlyLocally.VARIATION)
class WhatBrokeElsewhereTest {
    private static final String MAILING = "mailing-service";

    private final Town town = Town.running();
    private final Office agnes = new Office(town, "agnes", "agent");
    private final Office paul = new Office(town, "paul", "approver");

    /** 1: it was listed as masked, and still stood there. */
    @Test
    void onlyWhatAReadingNoLongerFindsIsCalledErased() {
        var marie = new Person(town).registersAndSubscribes().asksForDeletion().confirms();
        town.company().pretends(MAILING, true);
        try {
            Office.bothApprove(town, marie.requestId());
            town.advance("P4D");
            assertEquals("answered", marie.state());
            assertEquals("unavailable", Receipt.of(town, marie).outcomes().get(MAILING));
            assertTrue(town.lastMailTo(marie.address()).text().contains("n’ont pas répondu"));
        } finally {
            town.company().pretends(MAILING, false);
        }
        town.advance("P5D");
        assertFalse(town.lastMailTo(marie.address()).text().contains("n’ont pas répondu"));
        assertEquals(1, erased(marie, MAILING));
    }

    /** 2: the row that led to the others went first, and whoever asked again was told that there was nothing. */
    @Test
    void whatRefusesIsFoundAgainByWhoeverAsksAgain() {
        var marie = approvedWithTicketsOff(Duration.ofDays(400));
        town.advance("P45D");
        assertEquals("answered", marie.state());
        town.company().on("helpdesk-tickets");

        var again = new Person(town, marie.address()).asksForDeletion().confirms();
        Office.bothApprove(town, again.requestId());

        assertEquals("answered", again.state());
        assertEquals(1, erased(again, "helpdesk-tickets"), "her ticket was there, and was found");
        assertEquals(List.of(), town.company().tickets(marie.address()));
    }

    /** 3: an address in other letters found nobody, and that was called complete. */
    @Test
    void howAnIdentifierIsSpelledMakesNoDifference() {
        var phone = town.newPhone();
        var marie = Person.registeredAs(town, "Marie Curie", phone);
        var shouted = " " + marie.address().toUpperCase(Locale.ROOT) + " ";
        var spelled = phone.replaceFirst("^\\+33", "0").replaceAll("(\\d\\d)(?=\\d)", "$1 ");

        assertEquals(contact(Map.of("type", "email", "value", marie.address())), 1);
        assertEquals(contact(Map.of("type", "email", "value", shouted)), 1);
        assertEquals(contact(Map.of("type", "phone", "value", spelled)), 1);
    }

    /** 4: a connection that was switched off was left out without a word. */
    @Test
    void aSystemThatDoesNotAnswerIsNamedInTheAnswerAndTheReceipt() {
        var marie = approvedWithTicketsOff(Duration.ofDays(9));
        town.advance("P6D");

        assertTrue(town.lastMailTo(marie.address()).text().contains("- Tickets d’assistance"));
        assertEquals("unavailable", Receipt.of(town, marie).outcomes().get("helpdesk-tickets"));
        town.advance("P7D");
    }

    /** 5: whoever knew an address could have its owner erased. */
    @Test
    void nobodyIsErasedWhoHasNotConfirmed() {
        var marie = new Person(town).registers().asksForDeletion();
        town.advance("P12D");

        assertEquals("lapsed", marie.state());
        assertEquals(1, town.company().tickets(marie.address()).size());
        assertTrue(agnes.findTask(marie.requestId()).isEmpty(), "nobody was even asked");
        assertTrue(
                town.passage(marie.requestId()).lines().stream().noneMatch(line -> line.contains("Plan Erasure")),
                "nothing was looked up");
    }

    /** 6: addresses stood in plain text in a cache for days. */
    @Test
    void noAddressIsLeftAnywhereInPlainText() {
        var marie = new Person(town).registers().asksForDeletion().confirms();
        Office.bothApprove(town, marie.requestId());

        assertEquals(
                List.of(),
                town.places(marie.address()).stream()
                        .filter(place -> !place.startsWith("mail "))
                        .filter(place -> !place.startsWith("object billingdocuments"))
                        .toList());
    }

    /** 7: packages of access requests survived the erasure. */
    @Test
    void whoIsErasedHasNoPackageLeft() {
        var marie = new Person(town).registers().asks().confirms();
        agnes.approves(marie.requestId());
        var link = town.lastMailTo(marie.address()).token("/answers/" + marie.requestId());
        var gone = new Person(town, marie.address()).asksForDeletion().confirms();
        Office.bothApprove(town, gone.requestId());

        var collected = town.client().post("/answers/" + marie.requestId(), Map.of("token", link));
        assertEquals(410, collected.status(), collected.toString());
    }

    /** 8: copies and keys were kept, and nobody was told. */
    @Test
    void whatRemainsIsNamedWithItsReasonAndItsEnd() {
        var marie = new Person(town).registers().orders().asksForDeletion().confirms();
        Office.bothApprove(town, marie.requestId());

        var answer = town.lastMailTo(marie.address()).text();
        var withheld = Receipt.of(town, marie).withheld();
        assertFalse(withheld.isEmpty());
        for (var line : withheld) {
            assertEquals("LEGAL_OBLIGATION", line.get("reason"), line.toString());
            assertTrue(line.containsKey("until"), line.toString());
            var category = Json.child(line, "found").keySet().iterator().next();
            assertTrue(answer.contains(town.policy().category(category).title().in("fr")), answer);
        }
        assertTrue(answer.contains("Code"), "the law that keeps it: " + answer);
    }

    /** 9: what was interrupted hung for ever, or ended in an error without an entry. */
    @Test
    void whatIsInterruptedIsRepeatedOrSeenToHaveFailed() {
        var marie = new Person(town).registers().asksForDeletion().confirms();
        agnes.approves(marie.requestId());
        town.mishaps().fail(marie.requestId(), "Deliver Erasure", 1, "java.lang.IllegalStateException");
        paul.approves(marie.requestId());

        assertEquals("failed", marie.state());
        assertEquals("FAILED", town.passage(marie.requestId()).status());
        assertTrue(
                new Office(town, "aude", "auditor")
                        .entriesAbout(marie.requestId()).stream()
                                .anyMatch(entry -> entry.get("what").equals("request-failed")),
                "it is recorded");
        assertTrue(
                town.mailTo(marie.address()).stream()
                        .anyMatch(mail -> mail.subject().startsWith("Un incident")),
                "and she is told");
    }

    /** 10: half of it was done, and nobody could say which half. */
    @Test
    void theFileSaysHowFarEachSystemCame() {
        var marie = new Person(town).registers().asksForDeletion().confirms();
        agnes.approves(marie.requestId());
        town.mishaps().fail(marie.requestId(), "Finish Erasure", 1, "java.lang.IllegalStateException");
        paul.approves(marie.requestId());
        assertEquals("failed", marie.state());

        var came = new TreeSet<String>();
        new Office(town, "aude", "auditor")
                .entriesAbout(marie.requestId()).stream()
                        .filter(entry -> entry.get("what").equals("system-erased"))
                        .map(entry -> (Map<?, ?>) entry.get("details"))
                        .forEach(details -> came.add(String.valueOf(details.get("system"))));
        assertEquals(new TreeSet<>(List.of("billing-documents", "helpdesk-tickets", MAILING)), came);
    }

    /** 12: the log of the database had the address, since the query had it in its text. */
    @Test
    void noAddressStandsInTheTextOfAQueryOrTheNameOfAnObject() {
        var marie = new Person(town).registers().orders().asksForDeletion().confirms();
        Office.bothApprove(town, marie.requestId());
        assertEquals("answered", marie.state());

        assertFalse(town.localMishaps().loggedElsewhere("personId").isEmpty(), "queries have been noted");
        assertEquals(List.of(), town.localMishaps().loggedElsewhere(marie.address()));
    }

    private Person approvedWithTicketsOff(Duration time) {
        var marie = new Person(town).registers().asksForDeletion().confirms();
        town.mishaps().fail(marie.requestId(), "Begin Erasure", 1, "Lambda.ServiceException");
        Office.bothApprove(town, marie.requestId());
        town.company().off("helpdesk-tickets", town.now().plus(time));
        return marie;
    }

    private long erased(Person person, String system) {
        return new Office(town, "aude", "auditor")
                .entriesAbout(person.requestId()).stream()
                        .filter(entry -> entry.get("what").equals("system-erased"))
                        .map(entry -> (Map<?, ?>) entry.get("details"))
                        .filter(details -> details.get("system").equals(system))
                        .filter(details -> !((Map<?, ?>) details.get("erased")).isEmpty())
                        .count();
    }

    /** How many contact records a rehearsal finds by that identifier. */
    private int contact(Map<String, Object> identifier) {
        var found =
                town.client().post("/staff/rehearsals", Map.of("identifier", identifier), town.staff("agnes", "agent"));
        assertEquals(200, found.status(), found.toString());
        return Outcomes.ofPlan(found.json()).getOrDefault("kept contact erased", 0);
    }
}
