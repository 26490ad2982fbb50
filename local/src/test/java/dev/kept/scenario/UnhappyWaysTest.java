package dev.kept.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kept.http.Json;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The ways in which an access request does not go as hoped; each has a known end. */
class UnhappyWaysTest {
    private final Town town = Town.running();
    private final Office agnes = new Office(town, "agnes", "agent");
    private final Office boris = new Office(town, "boris", "approver");

    @OnlyLocally(OnlyLocally.TIME)
    @Test
    void neverConfirmed() {
        var marie = new Person(town).registers().asks();
        var first = town.lastMailTo(marie.address()).token("/confirmation");

        town.advance("P1DT1H");
        assertEquals(410, confirm(marie, first).status());

        town.advance("P3D");
        assertTrue(town.lastMailTo(marie.address()).token("/confirmation").length() > 20, "a second link");
        assertEquals("received", marie.state());

        town.advance("P5D");
        assertEquals("lapsed", marie.state());
        assertFalse(town.lastMailTo(marie.address()).links().stream().anyMatch(link -> link.contains("token")));
    }

    @Test
    void aLinkWorksOnceAndOnlyForItsRequest() {
        var marie = new Person(town).registers().asks();
        var irene = new Person(town).registers().asks();
        var hers = town.lastMailTo(marie.address()).token("/confirmation");

        assertEquals(410, confirm(irene, hers).status());
        assertEquals(204, confirm(marie, hers).status());
        assertEquals(410, confirm(marie, hers).status());
        assertEquals(410, confirm(marie, "x".repeat(28)).status());
        assertEquals(
                410,
                town.client()
                        .post("/requests/" + marie.requestId() + "/contest", Map.of("token", "x".repeat(28)))
                        .status());
    }

    @Test
    void refused() {
        var marie = new Person(town).registers().asks().confirms();
        var task = agnes.task(marie.requestId());
        assertEquals(422, agnes.decides(task, "refuse", "", "").status(), "a refusal without a ground");

        var answered = agnes.decides(task, "refuse", ground(task), "");

        assertEquals(200, answered.status(), answered.toString());
        assertEquals("refused", marie.state());
        var letter = town.lastMailTo(marie.address()).text();
        assertTrue(letter.contains("CNIL"), letter);
        assertEquals(409, agnes.decides(task, "approve", "", "").status());
    }

    @Test
    void extended() {
        var marie = new Person(town).registers().asks().confirms();
        var before = LocalDate.parse(Json.string(marie.follows(), "answerBy"));
        var task = agnes.task(marie.requestId());

        var answered = agnes.decides(task, "extend", "MANY_SYSTEMS", "");

        assertEquals(200, answered.status(), answered.toString());
        var after = LocalDate.parse(Json.string(marie.follows(), "extendedTo"));
        assertTrue(after.isAfter(before.plusDays(55)), after.toString());
        assertTrue(marie.steps().contains("extended"));
        var second = agnes.task(marie.requestId());
        assertNotEquals(task.get("taskId"), second.get("taskId"));
        assertEquals(409, agnes.decides(second, "extend", "MANY_SYSTEMS", "").status(), "extended once only");
        agnes.approves(marie.requestId());
        assertEquals("answered", marie.state());
    }

    @OnlyLocally(OnlyLocally.TIME)
    @Test
    void identityAsked() {
        var marie = new Person(town).registers().asks().confirms();
        var before = LocalDate.parse(Json.string(marie.follows(), "answerBy"));
        agnes.decides(agnes.task(marie.requestId()), "ask-identity", "", "Quel produit avez-vous commandé ?");
        var token = town.lastMailTo(marie.address()).token("/identity");

        town.advance("P10D");
        var answered = town.client()
                .post(
                        "/requests/" + marie.requestId() + "/identity",
                        Map.of("token", token, "answer", "Trois licences"));

        assertEquals(204, answered.status(), answered.toString());
        assertEquals(before.plusDays(10), LocalDate.parse(Json.string(marie.follows(), "answerBy")));
        agnes.approves(marie.requestId());
        assertEquals("answered", marie.state());
    }

    @OnlyLocally(OnlyLocally.TIME)
    @Test
    void identityNeverAnswered() {
        var marie = new Person(town).registers().asks().confirms();
        agnes.decides(agnes.task(marie.requestId()), "ask-identity", "", "Quel produit avez-vous commandé ?");

        town.advance("P32D");

        assertEquals("refused", marie.state());
    }

    @Test
    void withdrawn() {
        var early = new Person(town).registers().asks().withdraws();
        var late = new Person(town).registers().asks().confirms().withdraws();

        assertEquals("withdrawn", early.state());
        assertEquals("withdrawn", late.state());
        assertEquals(
                "Votre demande est retirée", town.lastMailTo(late.address()).subject());
        assertTrue(
                town.mailTo(early.address()).stream()
                        .noneMatch(mail -> mail.subject().contains("retirée")),
                "whoever has not confirmed is not written to again");
    }

    @Test
    void twoRequestsAtOnceAndTheSameRequestTwice() throws IOException {
        var marie = new Person(town).registers().asks();
        var again = new Person(town, marie.address()).asks();
        var irene = new Person(town).registers().asks();
        assertNotEquals(marie.requestId(), again.requestId());

        again.confirms();
        irene.confirms();
        agnes.approves(again.requestId());
        agnes.approves(irene.requestId());

        assertEquals("answered", again.state());
        assertEquals("answered", irene.state());
        assertEquals("received", marie.state(), "an unconfirmed request is nobody's yet, and changes no other");
        assertTrue(WholeWayTest.unzip(irene.downloads()).toString().contains(irene.address()));
    }

    @Test
    void theSameCallTwiceIsAnsweredOnce() {
        var marie = new Person(town).registers();
        var first = town.client().post("/requests", marie.request(), "Idempotency-Key", "k-" + marie.address());
        var second = town.client().post("/requests", marie.request(), "Idempotency-Key", "k-" + marie.address());

        assertEquals(202, first.status(), first.toString());
        assertEquals(first.body(), second.body());
        town.advance("PT0S");
        assertEquals(1, town.mailTo(marie.address()).size());
    }

    @OnlyLocally(OnlyLocally.TIME)
    @Test
    void staffNeverDecide() {
        var marie = new Person(town).registers().asks().confirms();
        var dpo = town.policy().addresses().staff().get("dpo");

        town.advance("P31D");
        assertEquals("deciding", marie.state());
        assertTrue(town.mailTo(dpo).stream().anyMatch(mail -> mail.text().contains(marie.requestId())));
        assertFalse(town.lastMailTo(marie.address()).links().stream().anyMatch(link -> link.contains("/answers/")));

        town.advance("P60D");
        assertEquals("failed", marie.state());
        assertTrue(
                town.behind().log().all().stream().anyMatch(line -> line.contains("overdue-requests")),
                "what the alarm counts is really logged");
    }

    @Test
    void aRequestOfSomebodyUnknownIsAnsweredWithNothing() throws IOException {
        var stranger = new Person(town).asks();
        stranger.confirms();
        agnes.approves(stranger.requestId());

        assertEquals("answered", stranger.state());
        var files = WholeWayTest.unzip(stranger.downloads());
        assertTrue(files.get("informations.json").contains("\"processed\":false"), files.toString());
    }

    @Test
    void aFunctionThatFailsThreeTimes() {
        var marie = new Person(town).registers().asks().confirms();
        town.mishaps().fail(marie.requestId(), "Package Answer", 3, "Lambda.ServiceException");

        agnes.approves(marie.requestId());
        town.advance("PT1M");

        assertEquals("answered", marie.state());
    }

    @Test
    void aFunctionThatCannotDoItsWork() {
        var marie = new Person(town).registers().asks().confirms();
        town.mishaps().fail(marie.requestId(), "Package Answer", 1, "java.lang.IllegalStateException");
        var dpo = town.policy().addresses().staff().get("dpo");

        agnes.approves(marie.requestId());

        assertEquals("failed", marie.state());
        assertTrue(town.mailTo(dpo).stream().anyMatch(mail -> mail.text().contains(marie.requestId())));
        assertEquals("FAILED", town.passage(marie.requestId()).status());
    }

    @OnlyLocally(OnlyLocally.TIME)
    @Test
    void withdrawnBetweenTwoSteps() {
        var marie = new Person(town).registers().asks();
        town.mishaps().fail(marie.requestId(), "Open Decision", 1, "Lambda.ServiceException");
        marie.confirms();

        marie.withdraws();
        town.advance("PT10M");

        assertEquals("withdrawn", marie.state());
        assertEquals("SUCCEEDED", town.passage(marie.requestId()).status());
    }

    @Test
    void anApprovalWhoseTakerDiedIsCarriedOn() {
        var marie = new Person(town).registers().asks().confirms();
        var task = agnes.task(marie.requestId());
        // written down with the task, and lost before the request is moved
        town.mishaps().refuse("TransactWriteItems", 1, marie.requestId(), "RequestsTable");
        assertTrue(agnes.decides(task, "approve", "", "").status() >= 500);
        assertEquals("deciding", marie.state());

        town.letThemLookAgain();

        assertEquals("answered", marie.state());
    }

    @Test
    void aPackageThatIsGone() {
        var marie = new Person(town).registers().asks().confirms();
        agnes.approves(marie.requestId());
        var token = town.lastMailTo(marie.address()).token("/answers/" + marie.requestId());
        town.objects()
                .deleteObject(
                        delete -> delete.bucket(town.answersBucket()).key("answers/" + marie.requestId() + ".zip"));

        var gone = town.client().post("/answers/" + marie.requestId(), Map.of("token", token));

        assertEquals(410, gone.status(), gone.toString());
    }

    @OnlyLocally(OnlyLocally.TIME)
    @Test
    void aSystemThatIsDownForADay() throws IOException {
        var marie = new Person(town).registers().asks().confirms();
        town.company().off("helpdesk-tickets", town.now().plus(Duration.ofDays(1)));

        agnes.approves(marie.requestId());
        assertEquals("carrying-out", marie.state());
        town.advance("P2D");

        assertEquals("answered", marie.state());
        assertTrue(WholeWayTest.unzip(marie.downloads()).keySet().stream()
                .anyMatch(name -> name.startsWith("donnees/helpdesk-tickets/")));
    }

    @OnlyLocally(OnlyLocally.TIME)
    @Test
    void aSystemThatStaysSilentIsNamedInTheAnswer() throws IOException {
        var marie = new Person(town).registers().asks().confirms();
        town.company().off("helpdesk-tickets", town.now().plus(Duration.ofDays(6)));

        agnes.approves(marie.requestId());
        town.advance("P7D");

        assertEquals("answered", marie.state());
        var files = WholeWayTest.unzip(marie.downloads());
        assertTrue(files.get("informations.json").contains("\"open\":[\"Tickets d’assistance\"]"), files.toString());
        assertTrue(files.get("manifest.json").contains("unavailable"));
    }

    @Test
    void excessiveIsForTwoPeopleToSay() {
        var marie = new Person(town).registers().asks().confirms();
        var task = agnes.task(marie.requestId());
        assertTrue(Office.codes(task, "refusals").contains("EXCESSIVE"), task.toString());

        assertEquals(
                "waiting-for-second-approval",
                agnes.decides(task, "refuse", "EXCESSIVE", "").text("state"));
        assertEquals(403, agnes.decides(task, "refuse", "EXCESSIVE", "").status());
        assertEquals(200, boris.decides(task, "refuse", "EXCESSIVE", "").status());
        assertEquals("refused", marie.state());
    }

    static String ground(Map<String, Object> task) {
        return Office.codes(task, "refusals").stream()
                .filter(code -> !code.equals("EXCESSIVE"))
                .findFirst()
                .orElseThrow();
    }

    private Answered confirm(Person person, String token) {
        return town.client().post("/requests/" + person.requestId() + "/confirmation", Map.of("token", token));
    }
}
