package dev.kept.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kept.http.Json;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.s3.model.S3Object;

/** A deletion goes the whole way: two people approve exactly what goes, and what is said to be gone is gone. */
class ErasureTest {
    private final Town town = Town.running();
    private final Office agnes = new Office(town, "agnes", "agent");
    private final Office paul = new Office(town, "paul", "approver");

    @Test
    void aPersonAsksForDeletionAndIsErasedEverywhere() {
        var marie = new Person(town).registers().orders().asksForDeletion();
        assertEquals("received", marie.state());
        marie.confirms();
        assertEquals("deciding", marie.state());

        assertEquals("carrying-out", Office.bothApprove(town, marie.requestId()));
        assertEquals("answered", marie.state());

        var mail = town.lastMailTo(marie.address());
        assertEquals("Vos données sont effacées", mail.subject());
        assertTrue(mail.text().contains("Code de commerce, art. L123-22"), mail.text());
        assertTrue(mail.text().contains("CNIL"), mail.text());
    }

    @Test
    void theTaskTheAnswerTheReceiptAndTheLedgerAgree() {
        var marie = new Person(town).registers().orders().asksForDeletion().confirms();
        var task = agnes.task(marie.requestId());
        var planned = planned(task);
        Office.bothApprove(town, marie.requestId());
        assertEquals("answered", marie.state());

        var stated = Receipt.of(town, marie);
        assertEquals(planned, Outcomes.ofReceipt(stated));
        assertEquals(2, Json.list(stated.content(), "deciders").size(), "two people decided");

        var ledger = new Office(town, "aude", "auditor").entriesAbout(marie.requestId());
        assertEquals(Outcomes.erased(planned), Outcomes.ofLedger(ledger));
        var mail = town.lastMailTo(marie.address()).text();
        Outcomes.erased(planned).forEach((place, count) -> assertTrue(mail.contains("\u00a0: " + count), place));
    }

    @OnlyLocally(OnlyLocally.INSIDE)
    @Test
    void nothingOfHerIsFoundButMailAndWhatTheAnswerNames() {
        var phone = town.newPhone();
        var marie = Person.registeredAs(town, "Marie Sklodowska " + phone.substring(8), phone)
                .orders()
                .asksForDeletion()
                .confirms();
        Office.bothApprove(town, marie.requestId());
        assertEquals("answered", marie.state());

        for (var trace : List.of(marie.address(), phone, "Marie Sklodowska " + phone.substring(8))) {
            assertEquals(
                    List.of(),
                    town.places(trace).stream()
                            .filter(place -> !place.startsWith("mail "))
                            // the invoice, which the answer names
                            .filter(place -> !place.startsWith("object billingdocuments"))
                            .toList());
        }
    }

    @Test
    void itTakesFewStepsOverAllSystems() {
        var marie = new Person(town).registers().orders().asksForDeletion().confirms();
        Office.bothApprove(town, marie.requestId());
        assertEquals("answered", marie.state());

        var entered = town.passage(marie.requestId()).lines().stream()
                .filter(line -> line.startsWith("into "))
                .count();
        assertTrue(entered <= 25, entered + " transitions, each of which is paid for");
    }

    @Test
    void onePersonTwiceIsNotTwoPeople() {
        var marie = new Person(town).registers().asksForDeletion().confirms();

        agnes.approves(marie.requestId());
        var again = agnes.decides(agnes.task(marie.requestId()), "approve", "", "");

        assertEquals(403, again.status());
        assertTrue(again.text("type").endsWith("/same-person"), again.toString());
        assertEquals("deciding", marie.state());
    }

    @OnlyLocally(OnlyLocally.TIME)
    @Test
    void aFirstApprovalWaitsThreeDaysForTheSecond() {
        var marie = new Person(town).registers().asksForDeletion().confirms();
        agnes.approves(marie.requestId());
        town.advance("P3D");

        assertEquals("waiting-for-second-approval", paul.approves(marie.requestId()), "hers has expired");
        assertEquals("carrying-out", agnes.approves(marie.requestId()));
    }

    @Test
    void whatComesInBetweenTwoApprovalsMakesTheFirstVoid() {
        var marie = new Person(town).registers().asksForDeletion().confirms();
        var seen = agnes.task(marie.requestId());
        agnes.approves(marie.requestId());
        town.company().opensTicket(marie.address(), "One more thing");

        var refused = paul.decides(seen, "approve", "", "");
        assertEquals(409, refused.status(), refused.toString());
        assertTrue(refused.text("type").endsWith("/plan-changed"), refused.toString());
        var anew = paul.task(marie.requestId());
        assertFalse(Json.string(anew, "planHash").equals(Json.string(seen, "planHash")));
        assertFalse(anew.containsKey("first"), "nobody has approved this plan");

        assertEquals("waiting-for-second-approval", paul.approves(marie.requestId()));
        assertEquals("carrying-out", agnes.approves(marie.requestId()));
        assertEquals("answered", marie.state());
    }

    @OnlyLocally(OnlyLocally.TIME)
    @Test
    void aSystemThatIsDownForADayIsErasedAfterwards() {
        var marie = approvedWithTicketsOff(Duration.ofDays(1));
        town.advance("P2D");

        assertEquals("answered", marie.state());
        var mail = town.lastMailTo(marie.address());
        assertTrue(mail.text().contains("Tickets d’assistance)\u00a0: 2"), mail.text());
        assertEquals(List.of(), tickets(marie));
    }

    @OnlyLocally(OnlyLocally.TIME)
    @Test
    void aSystemThatStaysSilentIsNamedAsOpenAndErasedWhenItIsBack() {
        var marie = approvedWithTicketsOff(Duration.ofDays(9));
        town.advance("P6D");

        assertEquals("answered", marie.state());
        var first = town.lastMailTo(marie.address()).text();
        assertTrue(first.contains("n’ont pas répondu") && first.contains("- Tickets d’assistance"), first);
        assertFalse(tickets(marie).isEmpty());

        town.advance("P7D");
        var second = town.lastMailTo(marie.address()).text();
        assertFalse(second.contains("n’ont pas répondu"), second);
        assertTrue(second.contains("Tickets d’assistance)\u00a0: 2"), second);
        assertEquals(List.of(), tickets(marie));
    }

    @OnlyLocally(OnlyLocally.TIME)
    @Test
    void aSystemThatNeverComesBackIsAnAlarmAndNotSilence() {
        var marie = approvedWithTicketsOff(Duration.ofDays(400));
        town.advance("P120D");

        assertEquals("FAILED", town.passage(marie.requestId()).status());
        assertTrue(town.passage(marie.requestId()).lines().stream().anyMatch(line -> line.contains("SystemStillOpen")));
        town.company().on("helpdesk-tickets");
    }

    @OnlyLocally(OnlyLocally.TIME)
    @Test
    void whatComesInAfterTheApprovalIsDecidedAnew() {
        var marie = new Person(town).registers().asksForDeletion().confirms();
        town.mishaps().fail(marie.requestId(), "Begin Erasure", 1, "Lambda.ServiceException");
        Office.bothApprove(town, marie.requestId());
        town.company().opensTicket(marie.address(), "One more thing");
        town.advance("PT1M");

        assertEquals("deciding", marie.state());
        Office.bothApprove(town, marie.requestId());
        assertEquals("answered", marie.state());
        assertTrue(
                town.lastMailTo(marie.address()).text().contains("Tickets d’assistance)\u00a0: 2"),
                town.lastMailTo(marie.address()).text());
    }

    @OnlyLocally(OnlyLocally.TIME)
    @Test
    void whatASystemTurnsOutToHoldIsDecidedAnew() {
        var marie = new Person(town).registers().asksForDeletion().confirms();
        town.mishaps().fail(marie.requestId(), "Erase From System", 2, "Lambda.ServiceException");
        Office.bothApprove(town, marie.requestId());
        town.company().opensTicket(marie.address(), "One more thing");
        town.advance("PT1M");

        assertEquals("deciding", marie.state());
        assertFalse(tickets(marie).isEmpty(), "nothing goes that was not approved");
        Office.bothApprove(town, marie.requestId());
        assertEquals("answered", marie.state());
        assertEquals(List.of(), tickets(marie));
    }

    @OnlyLocally(OnlyLocally.TIME)
    @Test
    void whoRegistersDuringAnErasureIsANewPerson() {
        var marie = new Person(town).registers().asksForDeletion().confirms();
        town.mishaps().fail(marie.requestId(), "Finish Erasure", 1, "Lambda.ServiceException");
        Office.bothApprove(town, marie.requestId());
        assertEquals("carrying-out", marie.state());

        var again = new Person(town, marie.address()).orders();
        town.advance("PT1M");
        assertEquals("answered", marie.state());

        again.asks().confirms();
        var found = Json.list(agnes.task(again.requestId()), "found");
        assertTrue(
                found.contains(Map.of("system", "kept", "category", "contact", "count", 1)),
                "the order that came later is there: " + found);
    }

    @OnlyLocally(OnlyLocally.VARIATION)
    @Test
    void aSecondErasureFindsWhatIsLeft() {
        var marie = new Person(town).registers().asksForDeletion().confirms();
        var twin = new Person(town, marie.address()).asksForDeletion().confirms();

        Office.bothApprove(town, marie.requestId());
        assertEquals("answered", marie.state());
        var stale = agnes.decides(agnes.task(twin.requestId()), "approve", "", "");
        assertEquals(409, stale.status(), "what it found is gone: the plan is another one");
        Office.bothApprove(town, twin.requestId());

        assertEquals("answered", twin.state());
        assertTrue(
                town.lastMailTo(marie.address()).text().contains("Aucune donnée à effacer"),
                town.lastMailTo(marie.address()).text());
    }

    @Test
    void herPackageGoesToo() {
        var marie = new Person(town).registers().asks().confirms();
        agnes.approves(marie.requestId());
        var token = town.lastMailTo(marie.address()).token("/answers/" + marie.requestId());
        var gone = new Person(town, marie.address()).asksForDeletion().confirms();
        Office.bothApprove(town, gone.requestId());
        assertEquals("answered", gone.state());

        var collected = town.client().post("/answers/" + marie.requestId(), Map.of("token", token));
        assertEquals(410, collected.status(), collected.toString());
    }

    @Test
    void anAccessThatSheHasAskedForIsAnsweredFirst() {
        var marie = new Person(town).registers().asks().confirms();
        var gone = new Person(town, marie.address()).asksForDeletion().confirms();
        Office.bothApprove(town, gone.requestId());
        town.letThemLookAgain();
        assertEquals("carrying-out", gone.state());

        agnes.approves(marie.requestId());
        assertTrue(marie.downloads().length > 0);
        town.letThemLookAgain();
        assertEquals("answered", gone.state());
    }

    @OnlyLocally(OnlyLocally.TIME)
    @Test
    void itCanBeWithdrawnUntilItBegins() {
        var marie = new Person(town).registers().asksForDeletion().confirms();
        town.mishaps().fail(marie.requestId(), "Begin Erasure", 1, "Lambda.ServiceException");
        Office.bothApprove(town, marie.requestId());
        marie.withdraws();
        town.advance("PT1M");

        assertEquals("withdrawn", marie.state());
        assertEquals(1, tickets(marie).size());
        var again = new Person(town, marie.address()).asks().confirms();
        assertTrue(Json.list(agnes.task(again.requestId()), "found").size() > 1, "she is still known");
    }

    @OnlyLocally(OnlyLocally.TIME)
    @Test
    void onceItHasBegunItCannotBeWithdrawn() {
        var marie = new Person(town).registers().asksForDeletion().confirms();
        town.mishaps().fail(marie.requestId(), "Finish Erasure", 1, "Lambda.ServiceException");
        Office.bothApprove(town, marie.requestId());

        var late = town.client()
                .post("/requests/" + marie.requestId() + "/withdrawal", Map.of("token", marie.followToken()));
        assertEquals(409, late.status(), late.toString());
        town.advance("PT1M");
        assertEquals("answered", marie.state());
    }

    @Test
    void aRefusalNamesItsGroundAndErasesNothing() {
        var marie = new Person(town).registers().asksForDeletion().confirms();
        var task = agnes.task(marie.requestId());

        assertEquals(
                200,
                agnes.decides(task, "refuse", "STILL_NEEDED", "Votre contrat court.")
                        .status());

        assertEquals("refused", marie.state());
        assertTrue(town.lastMailTo(marie.address()).text().contains("RGPD, art. 17(1)"));
        assertFalse(tickets(marie).isEmpty());
    }

    @Test
    void whatAFailedAccessLeftBehindGoesToo() {
        var marie = new Person(town).registers().orders().asks().confirms();
        town.mishaps().fail(marie.requestId(), "Package Answer", 1, "java.lang.IllegalStateException");
        agnes.approves(marie.requestId());
        assertEquals("failed", marie.state());
        assertFalse(parts(marie).isEmpty());

        var gone = new Person(town, marie.address()).asksForDeletion().confirms();
        Office.bothApprove(town, gone.requestId());
        assertEquals("answered", gone.state());
        assertEquals(List.of(), parts(marie));
    }

    private List<String> parts(Person person) {
        return town
                .objects()
                .listObjectsV2(list -> list.bucket(town.answersBucket()).prefix("parts/" + person.requestId() + "/"))
                .contents()
                .stream()
                .map(S3Object::key)
                .toList();
    }

    @OnlyLocally(OnlyLocally.TIME)
    @Test
    void anotherAddressOnFileIsToldAndCanStopIt() {
        var phone = town.newPhone();
        var marie = Person.registeredAs(town, "Marie Curie", phone);
        var other = Person.registeredAs(town, "Marie Curie", phone);
        other.asksForDeletion().confirms();
        var notice = town.lastMailTo(marie.address());
        assertTrue(notice.subject().startsWith("Un effacement de vos données a été demandé"), notice.subject());
        assertFalse(notice.text().contains(other.address()), "nothing of the other address");

        Office.bothApprove(town, other.requestId());
        town.advance("PT1H");
        assertEquals("carrying-out", other.state(), "others have three days");

        var contested = town.client()
                .post("/requests/" + other.requestId() + "/contest", Map.of("token", notice.token("/contest")));
        assertEquals(204, contested.status(), contested.toString());
        town.advance("P3D");
        assertEquals("deciding", other.state(), "two people decide anew, knowing of it");
        assertEquals(true, Json.child(agnes.task(other.requestId()), "plan").get("contested"));

        Office.bothApprove(town, other.requestId());
        assertEquals("answered", other.state());
        var late = town.client()
                .post("/requests/" + other.requestId() + "/contest", Map.of("token", notice.token("/contest")));
        assertEquals(410, late.status(), late.toString());
    }

    @Test
    void aDoubtAboutHerIdentityIsAskedAndAnExtensionGiven() {
        var marie = new Person(town).registers().asksForDeletion().confirms();
        var task = agnes.task(marie.requestId());
        assertEquals(
                200,
                agnes.decides(task, "extend", Office.codes(task, "extensions").get(0), "Beaucoup.")
                        .status());
        task = agnes.task(marie.requestId());
        assertEquals(
                200,
                agnes.decides(task, "ask-identity", "", "Votre numéro de client.")
                        .status());
        var answered = town.client()
                .post(
                        "/requests/" + marie.requestId() + "/identity",
                        Map.of("token", town.lastMailTo(marie.address()).token("/identity"), "answer", "C-1"));
        assertEquals(204, answered.status(), answered.toString());
        town.advance("PT0S");

        Office.bothApprove(town, marie.requestId());
        assertEquals("answered", marie.state());
    }

    @OnlyLocally(OnlyLocally.TIME)
    @Test
    void staffAreRemindedAndAnErasureThatFailsIsSeenToHaveFailed() {
        var marie = new Person(town).registers().asksForDeletion().confirms();
        town.advance("P16D");
        town.mishaps().fail(marie.requestId(), "Begin Erasure", 1, "java.lang.IllegalStateException");
        Office.bothApprove(town, marie.requestId());

        assertEquals("failed", marie.state());
        assertFalse(tickets(marie).isEmpty());
    }

    /** Approved by two, and its tickets' system goes off before anything was erased. */
    private Person approvedWithTicketsOff(Duration time) {
        var marie = new Person(town).registers().orders().asksForDeletion().confirms();
        town.mishaps().fail(marie.requestId(), "Begin Erasure", 1, "Lambda.ServiceException");
        Office.bothApprove(town, marie.requestId());
        town.company().off("helpdesk-tickets", town.now().plus(time));
        return marie;
    }

    private List<String> tickets(Person person) {
        return town.company().tickets(person.address());
    }

    /** What becomes of how many records, by system, category and word, as a task's plan has it. */
    private static Map<String, Integer> planned(Map<String, Object> task) {
        return Outcomes.ofPlan(Json.child(task, "plan"));
    }
}
