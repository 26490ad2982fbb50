package dev.kept.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kept.http.Json;
import java.io.IOException;
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

        paul.resumes(marie.requestId());

        assertEquals("deciding", marie.state());
        assertEquals(GOES_ON, town.lastMailTo(marie.address()).subject());
        assertEquals(due, marie.follows().get("answerBy"));
        assertTrue(marie.steps().contains("resumed"), marie.steps().toString());
        assertEquals(marie.requestId() + ".2", agnes.task(marie.requestId()).get("taskId"));
        agnes.approves(marie.requestId());
        assertEquals("answered", marie.state());
        assertEquals("SUCCEEDED", town.passage(marie.requestId() + ".resumed.1").status());
        assertTrue(WholeWayTest.unzip(marie.downloads()).toString().contains("Pierre et Marie Curie"), "her new order");
        assertEquals(List.of("request-failed"), agnes.told(marie.requestId(), "request-failed"));
        assertEquals(List.of("decided-approve", "decided-approve"), agnes.told(marie.requestId(), "decided-approve"));
        var entry = agnes.entriesAbout(marie.requestId()).stream()
                .filter(one -> "request-resumed".equals(one.get("what")))
                .toList();
        assertEquals(1, entry.size());
        assertEquals(Map.of("role", "approver", "times", 1), entry.get(0).get("details"));
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

        paul.resumes(marie.requestId());

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
        var stated = Receipt.of(town, marie);
        assertEquals(planned, Outcomes.ofReceipt(stated), "the whole, once");
        assertEquals(2, Json.list(stated.content(), "deciders").size());
        assertEquals(Outcomes.erased(planned), Outcomes.ofLedger(agnes.entriesAbout(marie.requestId())));
        var mail = town.lastMailTo(marie.address()).text();
        Outcomes.erased(planned).forEach((place, count) -> assertTrue(mail.contains("\u00a0: " + count), place));
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

        paul.resumes(marie.requestId());

        assertEquals("deciding", marie.state());
        agnes.approves(marie.requestId());
        assertEquals("answered", marie.state());
        assertEquals(
                Map.of("kept", "corrected", "helpdesk-tickets", "corrected"),
                Receipt.of(town, marie).outcomes());
        assertEquals(2, agnes.told(marie.requestId(), "system-corrected").size(), "once for each system");
        assertEquals(List.of("restriction-lifted"), agnes.told(marie.requestId(), "restriction-lifted"));
        marie.asksForAccess().confirms();
        agnes.approves(marie.requestId());
        var files = WholeWayTest.unzip(marie.downloads()).toString();
        assertTrue(files.contains(right) && !files.contains(wrong), files);
    }

    @Test
    void aRestrictionIsInForceAllAlongAndEndsWhenItIsRefused() {
        var marie = new Person(town).registers().asksForRestriction().confirms();
        town.mishaps().fail(marie.requestId(), "Deliver Limits", 1, ERROR);
        agnes.approves(marie.requestId());
        assertEquals("failed", marie.state());
        assertTrue(paul.isRestricted(marie.requestId()));

        paul.resumes(marie.requestId());

        assertTrue(paul.isRestricted(marie.requestId()));
        agnes.decides(agnes.task(marie.requestId()), "refuse", "RESTRICTION_NOT_MET", "");
        assertEquals("refused", marie.state());
        assertFalse(paul.isRestricted(marie.requestId()));
    }

    @Test
    void aStartThatWasLostIsMadeUpFor() {
        var marie = new Person(town).registers().asks().confirms();
        town.mishaps().fail(marie.requestId(), "Package Answer", 1, ERROR);
        agnes.approves(marie.requestId());
        town.mishaps().refuse("StartExecution", 1, marie.requestId());
        assertTrue(paul.resume(marie.requestId()).status() >= 500);
        assertEquals("confirmed", marie.state());

        town.fire("WatchDeadlinesFunction", "PT1H");
        town.resumed(marie.requestId());

        assertEquals("deciding", marie.state());
        agnes.approves(marie.requestId());
        assertEquals("answered", marie.state());
    }

    @Test
    void aBrowserIsLedBackToTheFile() {
        var marie = new Person(town).registers().asks().confirms();
        town.mishaps().fail(marie.requestId(), "Package Answer", 1, ERROR);
        agnes.approves(marie.requestId());
        var signedIn = town.staff("paul", "approver");
        var path = "/staff/requests/" + marie.requestId();

        var form = "application/x-www-form-urlencoded";
        var resumed = town.client().post(path + "/resume", form, "", signedIn[0], signedIn[1], "Accept", "text/html");
        town.resumed(marie.requestId());
        var twice = town.client().post(path + "/resume", form, "", signedIn[0], signedIn[1], "Accept", "text/html");

        assertEquals(303, resumed.status(), resumed.toString());
        assertEquals(409, twice.status());
        assertTrue(twice.body().contains("<h1"), twice.body());
        assertFalse(paul.page("/staff/requests/" + marie.requestId()).contains("/resume"));
        agnes.approves(marie.requestId());
        assertEquals("answered", marie.state());
    }

    private Answered withdrawal(Person person) {
        return town.client()
                .post("/requests/" + person.requestId() + "/withdrawal", Map.of("token", person.followToken()));
    }
}
