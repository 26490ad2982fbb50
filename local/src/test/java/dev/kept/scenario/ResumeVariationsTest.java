package dev.kept.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kept.http.Json;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A request is resumed after which something else has happened, too, or by somebody else, or not at all. */
@OnlyLocally(OnlyLocally.VARIATION)
class ResumeVariationsTest {
    private static final String ERROR = "java.lang.IllegalStateException";
    private static final String GOES_ON = "Votre demande reprend son cours";

    private final Town town = Town.running();
    private final Office agnes = new Office(town, "agnes", "agent");
    private final Office paul = new Office(town, "paul", "approver");

    @Test
    void whatIsTakenAlongIsPackedAnew() throws IOException {
        var marie = new Person(town).registers().asksToTakeAlong().confirms();
        town.mishaps().fail(marie.requestId(), "Package Answer", 1, ERROR);
        agnes.approves(marie.requestId());

        paul.resumes(marie.requestId());

        agnes.approves(marie.requestId());
        assertEquals("answered", marie.state());
        assertTrue(WholeWayTest.unzip(marie.downloads()).get("contact.vcf").contains(marie.address()));
    }

    /** Erased, read again, and lost before it was written down. */
    @Test
    void whatWasErasedAndNotWrittenDownIsCountedAllTheSame() {
        var marie = new Person(town).registers().orders().asksForDeletion().confirms();
        var planned = Outcomes.ofPlan(Json.child(agnes.task(marie.requestId()), "plan"));
        town.mishaps().refuse("PutItem", 21, marie.requestId(), "mark#system#helpdesk-tickets");
        Office.bothApprove(town, marie.requestId());
        town.advance("P3D");
        assertEquals("failed", marie.state());
        assertEquals(List.of(), town.company().tickets(marie.address()));

        paul.resumes(marie.requestId());
        Office.bothApprove(town, marie.requestId());

        assertEquals("answered", marie.state());
        assertEquals(planned, Outcomes.ofReceipt(Receipt.of(town, marie)));
    }

    @Test
    void nothingOfHerIsLeftOnceItIsFinished() {
        var phone = town.newPhone();
        var name = "Irène Sklodowska " + phone.substring(8);
        var marie = Person.registeredAs(town, name, phone)
                .orders()
                .asksForDeletion()
                .confirms();
        town.mishaps().fail(marie.requestId(), "Deliver Erasure", 1, ERROR);
        Office.bothApprove(town, marie.requestId());
        assertEquals("failed", marie.state());

        paul.resumes(marie.requestId());
        Office.bothApprove(town, marie.requestId());

        assertEquals("answered", marie.state());
        assertEquals(
                "Vos données sont effacées", town.lastMailTo(marie.address()).subject());
        for (var trace : List.of(marie.address(), phone, name)) {
            assertEquals(
                    List.of(),
                    town.places(trace).stream()
                            .filter(place -> !place.startsWith("mail "))
                            .filter(place -> !place.startsWith("object billingdocuments"))
                            .toList());
        }
    }

    @Test
    void anAddressThatWasExchangedAlreadyIsStillHers() {
        var next = town.newAddress();
        var marie = new Person(town).registers().proposes(Map.of("email", next)).confirms();
        town.mishaps().fail(marie.requestId(), "Deliver Correction", 1, ERROR);
        agnes.approves(marie.requestId());
        assertEquals("failed", marie.state());

        paul.resumes(marie.requestId());

        agnes.approves(marie.requestId());
        assertEquals("answered", marie.state());
        assertEquals(
                "Vos données sont corrigées", town.lastMailTo(marie.address()).subject());
        assertEquals("Vos données sont corrigées", town.lastMailTo(next).subject());
        assertEquals("corrected", Receipt.of(town, marie).outcomes().get("kept"), "what was done before is told");
        var found = new Person(town, next).asks().confirms();
        assertTrue(Json.text(agnes.task(found.requestId())).contains("contact"), "she is found by it");
    }

    @Test
    void anObjectionThatWasGrantedAndIsRefusedThenIsTakenBack() {
        var marie = new Person(town).registers().objectsTo();
        marie.confirms();
        town.mishaps().fail(marie.requestId(), "Deliver Limits", 1, ERROR);
        agnes.approves(marie.requestId());
        assertEquals("failed", marie.state());
        assertTrue(isObjected(marie));
        paul.resumes(marie.requestId());

        var task = agnes.task(marie.requestId());
        var ground = Office.codes(task, "refusals").stream()
                .filter(code -> !code.equals("EXCESSIVE"))
                .findFirst()
                .orElseThrow();
        assertEquals(200, agnes.decides(task, "refuse", ground, "").status());

        assertEquals("refused", marie.state());
        assertFalse(paul.isRestricted(marie.requestId()));
        assertFalse(isObjected(marie));
    }

    @Test
    void anObjectionToMarketingNeedsNobodyTheSecondTimeEither() {
        var marie = new Person(town).registersAndSubscribes().objectsTo("marketing");
        town.mishaps().fail(marie.requestId(), "Stop In System", 1, ERROR);
        marie.confirms();
        assertEquals("failed", marie.state());

        paul.resumes(marie.requestId());

        assertEquals("answered", marie.state());
        assertEquals("erased", Receipt.of(town, marie).outcomes().get("kept"));
    }

    @Test
    void onlyWhatHasFailedIsResumedAndByWhoLeads() {
        var marie = new Person(town).registers().asks().confirms();
        assertEquals(409, paul.resume(marie.requestId()).status(), "it is on its way");
        town.mishaps().fail(marie.requestId(), "Package Answer", 1, ERROR);
        agnes.approves(marie.requestId());

        assertEquals(403, agnes.resume(marie.requestId()).status());
        assertEquals(
                403,
                new Office(town, "aude", "auditor").resume(marie.requestId()).status());
        assertEquals(
                404,
                town.client()
                        .post("/staff/requests/nobodys/resume", Map.of(), town.staff("paul", "approver"))
                        .status());
        assertEquals(
                204, new Office(town, "diane", "dpo").resume(marie.requestId()).status());
        assertEquals(409, paul.resume(marie.requestId()).status(), "twice is once");
        agnes.approves(marie.requestId());
        assertEquals("answered", marie.state());
        var closed = paul.resume(marie.requestId());
        assertEquals(409, closed.status());
        assertTrue(closed.text("detail").contains("closed"), closed.toString());
    }

    @Test
    void itMayFailAgainAndBeResumedAgain() {
        var marie = new Person(town).registers().asks().confirms();
        var privacy = town.policy().addresses().staff().get("dpo");
        town.mishaps().fail(marie.requestId(), "Package Answer", 1, ERROR);
        agnes.approves(marie.requestId());
        town.mishaps().fail(marie.requestId() + ".resumed.1", "Package Answer", 1, "java.lang.ArithmeticException");
        paul.resumes(marie.requestId());
        agnes.approves(marie.requestId());

        assertEquals("failed", marie.state());
        assertEquals(
                "java.lang.ArithmeticException",
                paul.get("/staff/requests/" + marie.requestId()).text("failure"));
        assertEquals(
                2,
                town.mailTo(privacy).stream()
                        .filter(mail -> mail.text().contains(marie.requestId())
                                && mail.text().contains("java.lang."))
                        .count());
        assertEquals(
                2,
                town.mailTo(marie.address()).stream()
                        .filter(mail -> mail.subject().equals("Un incident retarde votre demande"))
                        .count());

        paul.resumes(marie.requestId());

        assertEquals(marie.requestId() + ".3", agnes.task(marie.requestId()).get("taskId"));
        agnes.approves(marie.requestId());
        assertEquals("answered", marie.state());
        assertEquals(2, agnes.told(marie.requestId(), "request-failed").size());
        assertEquals(2, agnes.told(marie.requestId(), "request-resumed").size());
    }

    @Test
    void anExtensionThatNeverTookEffectIsDecidedAgain() {
        var marie = new Person(town).registers().asks().confirms();
        var stale = agnes.task(marie.requestId());
        town.mishaps().fail(marie.requestId(), "Extend Deadline", 1, ERROR);
        agnes.decides(stale, "extend", "MANY_SYSTEMS", "");
        assertEquals("failed", marie.state());

        paul.resumes(marie.requestId());

        var task = agnes.task(marie.requestId());
        assertEquals(marie.requestId() + ".2", task.get("taskId"));
        assertEquals(409, agnes.decides(stale, "approve", "", "").status());
        assertEquals(200, agnes.decides(task, "extend", "MANY_SYSTEMS", "").status(), "it never took effect");
        assertTrue(marie.steps().contains("extended"));
        agnes.approves(marie.requestId());
        assertEquals("answered", marie.state());
    }

    @Test
    void whoWasAskedWhoSheIsCanBeAskedAgain() {
        var marie = new Person(town).registers().asks().confirms();
        town.mishaps().fail(marie.requestId(), "Ask Identity", 1, ERROR);
        agnes.decides(agnes.task(marie.requestId()), "ask-identity", "", "Votre numéro de client.");
        assertEquals("failed", marie.state());
        paul.resumes(marie.requestId());

        var task = agnes.task(marie.requestId());
        assertEquals(
                200,
                agnes.decides(task, "ask-identity", "", "Votre numéro de client.")
                        .status());
        var token = town.lastMailTo(marie.address()).token("/identity");
        town.client().post("/requests/" + marie.requestId() + "/identity", Map.of("token", token, "answer", "C-1"));
        town.advance("PT0S");
        agnes.approves(marie.requestId());
        assertEquals("answered", marie.state());
    }

    @Test
    void aRequestThatWasNeverConfirmedIsAskedAboutAnew() {
        var marie = new Person(town).registers().asks();
        town.mishaps().fail(marie.requestId(), "Ask Confirmation", 1, ERROR);
        town.advance("P1DT1H");
        assertEquals("failed", marie.state());
        town.advance("P20D");

        paul.resumes(marie.requestId());

        assertEquals("received", marie.state());
        assertTrue(
                town.mailTo(marie.address()).stream()
                        .noneMatch(mail -> mail.subject().equals(GOES_ON)),
                "it may be a stranger's");
        marie.confirms();
        assertEquals("deciding", marie.state());
        agnes.approves(marie.requestId());
        assertEquals("answered", marie.state());
    }

    @Test
    void aRequestThatIsResumedAndNotConfirmedLapses() {
        var marie = new Person(town).registers().asks();
        town.mishaps().fail(marie.requestId(), "Ask Confirmation", 1, ERROR);
        town.advance("P1DT1H");
        paul.resumes(marie.requestId());

        town.advance("P9D");

        assertEquals("lapsed", marie.state());
    }

    @Test
    void whatNobodyDecidedGetsThirtyDaysMore() {
        var marie = new Person(town).registers().asks().confirms();
        var untouched = agnes.task(marie.requestId()).get("taskId");
        town.advance("P95D");
        assertEquals("failed", marie.state());

        paul.resumes(marie.requestId());

        town.advance("P25D");
        assertEquals("deciding", marie.state());
        var task = agnes.task(marie.requestId());
        assertFalse(task.get("taskId").equals(untouched));
        agnes.approves(marie.requestId());
        assertEquals("answered", marie.state());
    }

    /** What staff resume while the record of the failure is still being told stays resumed. */
    @Test
    void aFailureThatIsRecordedAgainEndsNothing() {
        var marie = new Person(town).registers().asks().confirms();
        town.mishaps().fail(marie.requestId(), "Package Answer", 1, ERROR);
        town.mishaps().refuse("SendEmail", 1, marie.requestId(), "IllegalStateException");
        agnes.approves(marie.requestId());
        assertEquals("failed", marie.state());

        paul.resumes(marie.requestId());
        town.advance("PT10M");

        assertEquals("deciding", marie.state());
        agnes.approves(marie.requestId());
        assertEquals("answered", marie.state());
    }

    @Test
    void aCallWhoseAnswerWasLostIsDoneOnce() {
        var marie = new Person(town).registers().asks().confirms();
        town.mishaps().fail(marie.requestId(), "Package Answer", 1, ERROR);
        agnes.approves(marie.requestId());
        town.mishaps().loseAnswer("TransactWriteItems", marie.requestId(), "request-resumed");

        paul.resumes(marie.requestId());

        assertEquals(List.of("request-resumed"), agnes.told(marie.requestId(), "request-resumed"));
        agnes.approves(marie.requestId());
        assertEquals("answered", marie.state());
    }

    @Test
    void whatLedToHerIsGoneAndNothingIsResumed() {
        var marie = new Person(town).registers().asks().confirms();
        town.mishaps().fail(marie.requestId(), "Package Answer", 1, ERROR);
        agnes.approves(marie.requestId());
        var gone = new Person(town, marie.address()).asksForDeletion().confirms();
        Office.bothApprove(town, gone.requestId());
        assertEquals("answered", gone.state());

        var refused = paul.resume(marie.requestId());

        assertEquals(409, refused.status(), refused.toString());
        assertTrue(refused.text("detail").contains("erased"), refused.toString());
        assertEquals("failed", marie.state());
        assertTrue(
                paul.page("/staff/requests/" + marie.requestId()).contains("a été effacé depuis"),
                paul.page("/staff/requests/" + marie.requestId()));
    }

    @Test
    void theFileOfAFailedRequestSaysWhyAndOffersToResumeIt() {
        var marie = new Person(town).registers().asks().confirms();
        assertFalse(paul.page("/staff/requests/" + marie.requestId()).contains("/resume"));
        town.mishaps().fail(marie.requestId(), "Package Answer", 1, ERROR);
        agnes.approves(marie.requestId());

        var page = paul.page("/staff/requests/" + marie.requestId());

        assertTrue(page.contains(ERROR), page);
        assertTrue(page.contains("/staff/requests/" + marie.requestId() + "/resume"), page);
        assertEquals(ERROR, paul.get("/staff/requests/" + marie.requestId()).text("failure"));
    }

    private boolean isObjected(Person person) {
        return town.behind().tables().scanPaginator(scan -> scan.tableName("kept-PeopleTable")).items().stream()
                .anyMatch(row -> row.get("recordId").s().equals("#objected#" + person.requestId()));
    }
}
