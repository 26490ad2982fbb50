package dev.kept.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kept.http.Json;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What a person types into a request stays no longer than somebody has a use for it. */
class TracesTest {
    private final Town town = Town.running();
    private final Office agnes = new Office(town, "agnes", "agent");
    private final Office paul = new Office(town, "paul", "approver");

    @OnlyLocally(OnlyLocally.TIME)
    @Test
    void whatWasNeverConfirmedIsForgottenWhenItLapses() {
        var marie = new Person(town).registers().proposes(Map.of("name", "Marie Skłodowska-Curie"));
        assertTrue(isTyped(marie));

        town.advance("P8D");

        assertEquals("lapsed", marie.state());
        assertForgotten(marie);
        assertTrue(town.lastMailTo(marie.address()).text().contains(marie.requestId()), "she is told all the same");
        assertEquals(List.of("received", "lapsed"), marie.steps(), "dates and states stay");
    }

    @OnlyLocally(OnlyLocally.TIME)
    @Test
    void itIsForgottenEvenIfTheMessageAboutItCannotBeSent() {
        var marie = new Person(town).registers().asks();
        town.advance("P6DT12H");
        town.mishaps().refuse("SendEmail", 9, marie.address());

        town.advance("P2D");

        assertEquals("lapsed", marie.state());
        assertForgotten(marie);
    }

    @Test
    void whatIsWithdrawnBeforeItWasConfirmedIsForgotten() {
        var marie = new Person(town).registers().asks();

        marie.withdraws();

        assertEquals("withdrawn", marie.state());
        assertForgotten(marie);
        assertEquals("withdrawn", marie.withdraws().state(), "twice is once");
        assertForgotten(marie);
    }

    @Test
    void whatIsWithdrawnLaterIsHersAndStaysWithHer() {
        var marie = new Person(town).registers().asks().confirms().withdraws();

        assertEquals("withdrawn", marie.state());
        assertTrue(isTyped(marie));
    }

    @OnlyLocally(OnlyLocally.INSIDE)
    @Test
    void theKeyGoesWithIt() {
        var early = new Person(town).registers().asks();
        var other = new Person(town).registers().asks();
        assertTrue(hasKey(early));

        early.withdraws();

        assertFalse(hasKey(early), "whatever a backup holds of it cannot be read");
        assertTrue(hasKey(other));
    }

    @OnlyLocally(OnlyLocally.VARIATION)
    @Test
    void whatWasOpenWhenSheWasErasedIsForgottenWhenItIsRefused() {
        var marie = erasedWithAnOpenRestriction();

        var refused = agnes.decides(agnes.task(marie.requestId()), "refuse", "RESTRICTION_NOT_MET", "Non.");

        assertEquals(200, refused.status(), refused.toString());
        assertEquals("refused", marie.state());
        assertTrue(town.lastMailTo(marie.address()).text().contains("CNIL"), "she is answered first");
        assertForgotten(marie);
    }

    @Test
    void whatWasOpenWhenSheWasErasedIsForgottenWhenItIsAnswered() {
        var marie = erasedWithAnOpenRestriction();

        agnes.approves(marie.requestId());

        assertEquals("answered", marie.state());
        assertEquals(
                "Vos données ne sont plus utilisées comme avant",
                town.lastMailTo(marie.address()).subject());
        assertForgotten(marie);
        assertEquals("SUCCEEDED", town.passage(marie.requestId()).status());
        assertFalse(Receipt.of(town, marie).systems().isEmpty(), "its receipt stays");
    }

    @OnlyLocally(OnlyLocally.VARIATION)
    @Test
    void whatWasOpenWhenSheWasErasedIsForgottenWhenItIsWithdrawn() {
        var marie = erasedWithAnOpenRestriction();

        marie.withdraws();

        assertEquals("withdrawn", marie.state());
        assertEquals(
                "Votre demande est retirée", town.lastMailTo(marie.address()).subject());
        assertForgotten(marie);
    }

    @OnlyLocally(OnlyLocally.VARIATION)
    @Test
    void whatWasOpenWhenSheWasErasedIsForgottenWhenItFails() {
        var marie = erasedWithAnOpenRestriction();
        town.mishaps().fail(marie.requestId(), "Settle Use", 1, "java.lang.IllegalStateException");

        agnes.approves(marie.requestId());

        assertEquals("failed", marie.state());
        assertForgotten(marie);
    }

    @OnlyLocally(OnlyLocally.TIME)
    @Test
    void anAccessThatADeletionCouldNotWaitForIsForgottenWhenItIsAnswered() {
        var marie = new Person(town).registers().asks().confirms();
        var gone = new Person(town, marie.address()).asksForDeletion().confirms();
        town.advance("P26D");
        Office.bothApprove(town, gone.requestId());
        assertEquals("answered", gone.state());
        assertTrue(isTyped(marie), "it is open still");

        agnes.approves(marie.requestId());

        assertEquals("answered", marie.state());
        assertForgotten(marie);
        assertTrue(marie.downloads().length > 0, "the link works, and nobody is left to be told");
    }

    @OnlyLocally(OnlyLocally.TIME)
    @Test
    void anObjectionThatStillWaitsForASystemEndsQuietlyOnceSheIsErased() {
        var marie = new Person(town).registersAndSubscribes().objectsTo("marketing");
        town.company().off("mailing-service", town.now().plus(Duration.ofDays(9)));
        marie.confirms();
        town.advance("P4D");
        assertEquals("answered", marie.state());
        var gone = new Person(town, marie.address()).asksForDeletion().confirms();
        Office.bothApprove(town, gone.requestId());
        town.advance("P4D");
        assertEquals("answered", gone.state());

        town.advance("P2D");

        assertForgottenContent(marie);
        assertEquals(
                "SUCCEEDED",
                town.passage(marie.requestId()).status(),
                () -> town.passage(marie.requestId()).lines().toString());
    }

    @OnlyLocally(OnlyLocally.TIME)
    @Test
    void aDeletionThatStillWaitsForASystemFindsHerAfterASecondOne() {
        var marie = new Person(town).registers().orders().asksForDeletion().confirms();
        town.mishaps().fail(marie.requestId(), "Begin Erasure", 1, "Lambda.ServiceException");
        Office.bothApprove(town, marie.requestId());
        town.company().off("helpdesk-tickets", town.now().plus(Duration.ofDays(12)));
        town.advance("P4D");
        assertEquals("answered", marie.state());
        var again = new Person(town, marie.address()).asksForDeletion().confirms();
        Office.bothApprove(town, again.requestId());
        town.advance("P4D");
        assertEquals("answered", again.state());
        assertTrue(isTyped(marie), "it has to find her still");

        town.advance("P9D");

        assertEquals(List.of(), town.company().tickets(marie.address()));
        assertEquals("SUCCEEDED", town.passage(marie.requestId()).status());
        assertForgotten(marie);
    }

    /** Somebody who was erased while her restriction was still undecided: a deletion does not wait for one. */
    private Person erasedWithAnOpenRestriction() {
        var marie = new Person(town).registers().asksForRestriction().confirms();
        assertEquals("deciding", marie.state());
        var gone = new Person(town, marie.address()).asksForDeletion().confirms();
        Office.bothApprove(town, gone.requestId());
        assertEquals("answered", gone.state());
        assertTrue(isTyped(marie), "an open request goes its way");
        return marie;
    }

    private void assertForgotten(Person person) {
        assertForgottenContent(person);
        var entries = paul.entriesAbout(person.requestId()).stream()
                .map(entry -> String.valueOf(entry.get("what")))
                .toList();
        assertEquals(1, entries.stream().filter("request-forgotten"::equals).count(), entries.toString());
    }

    private void assertForgottenContent(Person person) {
        assertFalse(isTyped(person));
        assertTrue(agnes.get("/staff/requests/" + person.requestId()).json().containsKey("received"));
    }

    /** Whether staff could still read what she typed. */
    private boolean isTyped(Person person) {
        town.advance("PT0S");
        var file = agnes.get("/staff/requests/" + person.requestId());
        assertEquals(200, file.status(), file.toString());
        return !Json.child(file.json(), "identifier").isEmpty();
    }

    private boolean hasKey(Person person) {
        var key = Map.of(
                "personId", AttributeValue.fromS(person.requestId()), "keyClass", AttributeValue.fromS("request"));
        return town.behind()
                .tables()
                .getItem(get -> get.tableName("kept-KeysTable").key(key))
                .hasItem();
    }
}
