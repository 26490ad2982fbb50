package dev.kept.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kept.http.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A request that has failed goes on once its cause is mended: nothing done twice, nothing left out, decided anew. */
class ResumeTest {
    private static final String ERROR = "java.lang.IllegalStateException";
    private static final String GOES_ON = "Votre demande reprend son cours";

    private final Town town = Town.running();
    private final Office agnes = new Office(town, "agnes", "agent");
    private final Office paul = new Office(town, "paul", "approver");

    @Test
    void anAccessRequestGoesOnWithAFreshPackage() throws IOException {
        var marie = new Person(town).registers().asks().confirms();
        var due = marie.follows().get("answerBy");
        town.mishaps().fail(marie.requestId(), "Deliver Answer", 1, ERROR);
        agnes.approves(marie.requestId());
        assertEquals("failed", marie.state());
        marie.orders();

        resumes(marie);

        assertEquals("deciding", marie.state());
        assertEquals(GOES_ON, town.lastMailTo(marie.address()).subject());
        assertEquals(due, marie.follows().get("answerBy"));
        assertTrue(marie.steps().contains("resumed"), marie.steps().toString());
        assertEquals(marie.requestId() + ".2", agnes.task(marie.requestId()).get("taskId"));
        agnes.approves(marie.requestId());
        assertEquals("answered", marie.state());
        assertEquals("SUCCEEDED", town.passage(marie.requestId() + ".resumed.1").status());
        assertTrue(WholeWayTest.unzip(marie.downloads()).toString().contains("Pierre et Marie Curie"), "her new order");
        assertEquals(List.of("request-failed"), told(marie, "request-failed"));
        assertEquals(List.of("decided-approve", "decided-approve"), told(marie, "decided-approve"));
        var entry = agnes.entriesAbout(marie.requestId()).stream()
                .filter(one -> "request-resumed".equals(one.get("what")))
                .toList();
        assertEquals(1, entry.size());
        assertEquals(Map.of("role", "approver", "times", 1), entry.get(0).get("details"));
    }

    @Test
    void whatIsTakenAlongIsPackedAnew() throws IOException {
        var marie = new Person(town).registers().asksToTakeAlong().confirms();
        town.mishaps().fail(marie.requestId(), "Package Answer", 1, ERROR);
        agnes.approves(marie.requestId());

        resumes(marie);

        agnes.approves(marie.requestId());
        assertEquals("answered", marie.state());
        assertTrue(WholeWayTest.unzip(marie.downloads()).get("contact.vcf").contains(marie.address()));
    }

    @Test
    void aDeletionThatStoppedHalfWayIsFinished() {
        var marie = new Person(town).registers().orders().asksForDeletion().confirms();
        var planned = Outcomes.ofPlan(Json.child(agnes.task(marie.requestId()), "plan"));
        town.mishaps().fail(marie.requestId(), "Finish Erasure", 1, ERROR);
        Office.bothApprove(town, marie.requestId());
        assertEquals("failed", marie.state());
        assertEquals(List.of(), town.company().tickets(marie.address()), "that system is done");
        assertEquals(409, withdrawal(marie).status(), "half of it is done");

        resumes(marie);

        assertEquals("deciding", marie.state());
        assertEquals(409, withdrawal(marie).status(), "half of it is done");
        var left = Outcomes.ofPlan(Json.child(agnes.task(marie.requestId()), "plan"));
        assertTrue(left.keySet().stream().anyMatch(place -> place.startsWith("kept ")), left.toString());
        assertTrue(left.keySet().stream().noneMatch(place -> place.startsWith("helpdesk-tickets ")), left.toString());
        agnes.approves(marie.requestId());
        assertEquals(
                403,
                agnes.decides(agnes.task(marie.requestId()), "approve", "", "").status(),
                "what two had approved before is approved by nobody");
        paul.approves(marie.requestId());

        assertEquals("answered", marie.state());
        var stated = receipt(marie);
        assertEquals(planned, Outcomes.ofReceipt(stated), "the whole, once");
        assertEquals(2, Json.list(stated, "deciders").size());
        assertEquals(Outcomes.erased(planned), Outcomes.ofLedger(agnes.entriesAbout(marie.requestId())));
        var mail = town.lastMailTo(marie.address()).text();
        Outcomes.erased(planned).forEach((place, count) -> assertTrue(mail.contains("\u00a0: " + count), place));
    }

    /** Erased, read again, and lost before it was written down. */
    @OnlyLocally(OnlyLocally.TIME)
    @Test
    void whatWasErasedAndNotWrittenDownIsCountedAllTheSame() {
        var marie = new Person(town).registers().orders().asksForDeletion().confirms();
        var planned = Outcomes.ofPlan(Json.child(agnes.task(marie.requestId()), "plan"));
        town.mishaps().refuse("PutItem", 21, marie.requestId(), "mark#system#helpdesk-tickets");
        Office.bothApprove(town, marie.requestId());
        town.advance("P3D");
        assertEquals("failed", marie.state());
        assertEquals(List.of(), town.company().tickets(marie.address()));

        resumes(marie);
        Office.bothApprove(town, marie.requestId());

        assertEquals("answered", marie.state());
        assertEquals(planned, Outcomes.ofReceipt(receipt(marie)));
    }

    @OnlyLocally(OnlyLocally.INSIDE)
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

        resumes(marie);
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
    void aCorrectionThatStoppedHalfWayIsFinished() throws IOException {
        var wrong = town.newPhone();
        var right = town.newPhone();
        var marie = new Person(town)
                .registersWith(Map.of("phone", wrong))
                .proposes(Map.of("phone", right))
                .confirms();
        town.mishaps().fail(marie.requestId(), "Correct In System", 1, ERROR);
        agnes.approves(marie.requestId());
        assertEquals("failed", marie.state());

        resumes(marie);

        assertEquals("deciding", marie.state());
        agnes.approves(marie.requestId());
        assertEquals("answered", marie.state());
        assertEquals(
                Map.of("kept", "corrected", "helpdesk-tickets", "corrected"),
                Receipt.of(town, marie).outcomes());
        assertEquals(2, told(marie, "system-corrected").size(), "once for each system");
        assertEquals(List.of("restriction-lifted"), told(marie, "restriction-lifted"));
        marie.asksForAccess().confirms();
        agnes.approves(marie.requestId());
        var files = WholeWayTest.unzip(marie.downloads()).toString();
        assertTrue(files.contains(right) && !files.contains(wrong), files);
    }

    @Test
    void anAddressThatWasExchangedAlreadyIsStillHers() {
        var next = town.newAddress();
        var marie = new Person(town).registers().proposes(Map.of("email", next)).confirms();
        town.mishaps().fail(marie.requestId(), "Deliver Correction", 1, ERROR);
        agnes.approves(marie.requestId());
        assertEquals("failed", marie.state());

        resumes(marie);

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
    void aRestrictionIsInForceAllAlongAndEndsWhenItIsRefused() {
        var marie = new Person(town).registers().asksForRestriction().confirms();
        town.mishaps().fail(marie.requestId(), "Deliver Limits", 1, ERROR);
        agnes.approves(marie.requestId());
        assertEquals("failed", marie.state());
        assertTrue(isRestricted(marie));

        resumes(marie);

        assertTrue(isRestricted(marie));
        agnes.decides(agnes.task(marie.requestId()), "refuse", "RESTRICTION_NOT_MET", "");
        assertEquals("refused", marie.state());
        assertFalse(isRestricted(marie));
    }

    @OnlyLocally(OnlyLocally.INSIDE)
    @Test
    void anObjectionThatWasGrantedAndIsRefusedThenIsTakenBack() {
        var marie = new Person(town).registers().objectsTo();
        marie.confirms();
        town.mishaps().fail(marie.requestId(), "Deliver Limits", 1, ERROR);
        agnes.approves(marie.requestId());
        assertEquals("failed", marie.state());
        assertTrue(isObjected(marie));
        resumes(marie);

        var task = agnes.task(marie.requestId());
        var ground = Office.codes(task, "refusals").stream()
                .filter(code -> !code.equals("EXCESSIVE"))
                .findFirst()
                .orElseThrow();
        assertEquals(200, agnes.decides(task, "refuse", ground, "").status());

        assertEquals("refused", marie.state());
        assertFalse(isRestricted(marie));
        assertFalse(isObjected(marie));
    }

    private boolean isObjected(Person person) {
        return town.behind().tables().scanPaginator(scan -> scan.tableName("kept-PeopleTable")).items().stream()
                .anyMatch(row -> row.get("recordId").s().equals("#objected#" + person.requestId()));
    }

    @Test
    void anObjectionToMarketingNeedsNobodyTheSecondTimeEither() {
        var marie = new Person(town).registersAndSubscribes().objectsTo("marketing");
        town.mishaps().fail(marie.requestId(), "Stop In System", 1, ERROR);
        marie.confirms();
        assertEquals("failed", marie.state());

        resumes(marie);

        assertEquals("answered", marie.state());
        assertEquals("erased", Receipt.of(town, marie).outcomes().get("kept"));
    }

    @Test
    void onlyWhatHasFailedIsResumedAndByWhoLeads() {
        var marie = new Person(town).registers().asks().confirms();
        assertEquals(409, resume(marie, "paul", "approver").status(), "it is on its way");
        town.mishaps().fail(marie.requestId(), "Package Answer", 1, ERROR);
        agnes.approves(marie.requestId());

        assertEquals(403, resume(marie, "agnes", "agent").status());
        assertEquals(403, resume(marie, "aude", "auditor").status());
        assertEquals(
                404,
                town.client()
                        .post("/staff/requests/nobodys/resume", Map.of(), town.staff("paul", "approver"))
                        .status());
        assertEquals(204, resume(marie, "diane", "dpo").status());
        assertEquals(409, resume(marie, "paul", "approver").status(), "twice is once");
        agnes.approves(marie.requestId());
        assertEquals("answered", marie.state());
        var closed = resume(marie, "paul", "approver");
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
        resumes(marie);
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

        resumes(marie);

        assertEquals(marie.requestId() + ".3", agnes.task(marie.requestId()).get("taskId"));
        agnes.approves(marie.requestId());
        assertEquals("answered", marie.state());
        assertEquals(2, told(marie, "request-failed").size());
        assertEquals(2, told(marie, "request-resumed").size());
    }

    @Test
    void anExtensionThatNeverTookEffectIsDecidedAgain() {
        var marie = new Person(town).registers().asks().confirms();
        var stale = agnes.task(marie.requestId());
        town.mishaps().fail(marie.requestId(), "Extend Deadline", 1, ERROR);
        agnes.decides(stale, "extend", "MANY_SYSTEMS", "");
        assertEquals("failed", marie.state());

        resumes(marie);

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
        resumes(marie);

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

    @OnlyLocally(OnlyLocally.TIME)
    @Test
    void aRequestThatWasNeverConfirmedIsAskedAboutAnew() {
        var marie = new Person(town).registers().asks();
        town.mishaps().fail(marie.requestId(), "Ask Confirmation", 1, ERROR);
        town.advance("P1DT1H");
        assertEquals("failed", marie.state());
        town.advance("P20D");

        resumes(marie);

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

    @OnlyLocally(OnlyLocally.TIME)
    @Test
    void aRequestThatIsResumedAndNotConfirmedLapses() {
        var marie = new Person(town).registers().asks();
        town.mishaps().fail(marie.requestId(), "Ask Confirmation", 1, ERROR);
        town.advance("P1DT1H");
        resumes(marie);

        town.advance("P9D");

        assertEquals("lapsed", marie.state());
    }

    @OnlyLocally(OnlyLocally.TIME)
    @Test
    void whatNobodyDecidedGetsThirtyDaysMore() {
        var marie = new Person(town).registers().asks().confirms();
        var untouched = agnes.task(marie.requestId()).get("taskId");
        town.advance("P95D");
        assertEquals("failed", marie.state());

        resumes(marie);

        town.advance("P25D");
        assertEquals("deciding", marie.state());
        var task = agnes.task(marie.requestId());
        assertFalse(task.get("taskId").equals(untouched));
        agnes.approves(marie.requestId());
        assertEquals("answered", marie.state());
    }

    /** What staff resume while the record of the failure is still being told stays resumed. */
    @OnlyLocally(OnlyLocally.TIME)
    @Test
    void aFailureThatIsRecordedAgainEndsNothing() {
        var marie = new Person(town).registers().asks().confirms();
        town.mishaps().fail(marie.requestId(), "Package Answer", 1, ERROR);
        town.mishaps().refuse("SendEmail", 1, marie.requestId(), "IllegalStateException");
        agnes.approves(marie.requestId());
        assertEquals("failed", marie.state());

        resumes(marie);
        town.advance("PT10M");

        assertEquals("deciding", marie.state());
        agnes.approves(marie.requestId());
        assertEquals("answered", marie.state());
    }

    @Test
    void aStartThatWasLostIsMadeUpFor() {
        var marie = new Person(town).registers().asks().confirms();
        town.mishaps().fail(marie.requestId(), "Package Answer", 1, ERROR);
        agnes.approves(marie.requestId());
        town.mishaps().refuse("StartExecution", 1, marie.requestId());
        assertTrue(resume(marie, "paul", "approver").status() >= 500);
        assertEquals("confirmed", marie.state());

        town.fire("WatchDeadlinesFunction", "PT1H");
        town.resumed(marie.requestId());

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

        resumes(marie);

        assertEquals(List.of("request-resumed"), told(marie, "request-resumed"));
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

        var refused = resume(marie, "paul", "approver");

        assertEquals(409, refused.status(), refused.toString());
        assertTrue(refused.text("detail").contains("erased"), refused.toString());
        assertEquals("failed", marie.state());
        assertTrue(page(marie).contains("a été effacé depuis"), page(marie));
    }

    @Test
    void theFileOfAFailedRequestSaysWhyAndOffersToResumeIt() {
        var marie = new Person(town).registers().asks().confirms();
        assertFalse(page(marie).contains("/resume"));
        town.mishaps().fail(marie.requestId(), "Package Answer", 1, ERROR);
        agnes.approves(marie.requestId());

        var page = page(marie);

        assertTrue(page.contains(ERROR), page);
        assertTrue(page.contains("/staff/requests/" + marie.requestId() + "/resume"), page);
        assertEquals(ERROR, paul.get("/staff/requests/" + marie.requestId()).text("failure"));
    }

    @Test
    void aBrowserIsLedBackToTheFile() {
        var marie = new Person(town).registers().asks().confirms();
        town.mishaps().fail(marie.requestId(), "Package Answer", 1, ERROR);
        agnes.approves(marie.requestId());
        var paul = town.staff("paul", "approver");
        var path = "/staff/requests/" + marie.requestId();

        var form = "application/x-www-form-urlencoded";
        var resumed = town.client().post(path + "/resume", form, "", paul[0], paul[1], "Accept", "text/html");
        town.resumed(marie.requestId());
        var twice = town.client().post(path + "/resume", form, "", paul[0], paul[1], "Accept", "text/html");

        assertEquals(303, resumed.status(), resumed.toString());
        assertEquals(409, twice.status());
        assertTrue(twice.body().contains("<h1"), twice.body());
        assertFalse(page(marie).contains("/resume"));
        agnes.approves(marie.requestId());
        assertEquals("answered", marie.state());
    }

    private String page(Person person) {
        var signedIn = town.staff("paul", "approver");
        return town.client()
                .get(
                        "/staff/requests/" + person.requestId(),
                        signedIn[0],
                        signedIn[1],
                        "Accept",
                        "text/html",
                        "Accept-Language",
                        "fr")
                .body();
    }

    private void resumes(Person person) {
        var answered = resume(person, "paul", "approver");
        assertEquals(204, answered.status(), answered.toString());
    }

    private Answered resume(Person person, String who, String role) {
        var answered = town.client()
                .post("/staff/requests/" + person.requestId() + "/resume", Map.of(), town.staff(who, role));
        town.resumed(person.requestId());
        return answered;
    }

    private Answered withdrawal(Person person) {
        return town.client()
                .post("/requests/" + person.requestId() + "/withdrawal", Map.of("token", person.followToken()));
    }

    private boolean isRestricted(Person person) {
        town.advance("PT0S");
        return !Json.list(paul.get("/staff/requests/" + person.requestId()).json(), "restrictions")
                .isEmpty();
    }

    /** Each entry of that kind about the request. */
    private List<String> told(Person person, String what) {
        return agnes.entriesAbout(person.requestId()).stream()
                .map(entry -> String.valueOf(entry.get("what")))
                .filter(what::equals)
                .toList();
    }

    private Map<String, Object> receipt(Person person) {
        var receipt = town.client()
                .get("/requests/" + person.requestId() + "/receipt", "Authorization", "Bearer " + person.followToken());
        assertEquals(200, receipt.status(), receipt.toString());
        return Json.object(
                new String(Base64.getUrlDecoder().decode(receipt.body().split("\\.", -1)[1]), StandardCharsets.UTF_8));
    }
}
