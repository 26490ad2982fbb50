package dev.kept.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kept.Wiring;
import dev.kept.http.Json;
import dev.kept.local.aws.LocalCredentials;
import dev.kept.policy.ConnectedSystemDeclaration.Hand;
import dev.kept.policy.Text;
import dev.kept.system.HandAwaited;
import dev.kept.system.HandOverdue;
import dev.kept.system.HandWork;
import dev.kept.system.HandWork.Deed;
import dev.kept.task.HandTasks;
import java.time.Duration;
import java.time.Period;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What has to be done by hand is a task with a date of its own, and done when a member of staff says so. */
@OnlyLocally(OnlyLocally.INSIDE)
class HandWorkTest {
    private static final Hand CABINET = new Hand(
            "cabinet",
            new Text(Map.of("fr", "Armoire", "en", "Filing cabinet")),
            List.of("support", "billing"),
            new Text(Map.of("fr", "Tiroir 3, par nom.", "en", "Drawer 3, by name.")),
            Period.ofDays(5),
            List.of());
    private static final List<String> SUPPORT = List.of("support");

    private final Town town = Town.running();
    private final Office office = new Office(town, "agnes", "agent");

    @Test
    void itIsDoneWhenAMemberOfStaffSaysSo() {
        var ada = answered();
        var taskId = awaited(ada, Deed.ERASE, SUPPORT).taskId();
        var task = office.get("/staff/tasks/" + taskId).json();
        assertEquals("erase-by-hand", task.get("kind"));
        assertEquals(List.of("done", "not-found"), task.get("may"));
        assertEquals(
                "Drawer 3, by name.",
                Json.child(Json.child(task, "plan"), "instructions").get("en"));
        assertEquals(
                ada.address(),
                Json.child(Json.child(task, "request"), "identifier").get("value"));

        assertEquals(taskId, awaited(ada, Deed.ERASE, SUPPORT).taskId(), "asked twice it is one task");
        var said = says(taskId, "done", Map.of("support", 2), "Shredded, slip 17");

        assertEquals(200, said.status(), said.toString());
        assertEquals("done", said.text("state"));
        assertEquals(new HandWork.Done(Map.of("support", 2), "Shredded, slip 17"), ask(ada, Deed.ERASE, SUPPORT));
        assertEquals(409, says(taskId, "not-found", Map.of(), "").status());
        assertTrue(office.entriesAbout(ada.requestId()).toString().contains("done-by-hand"));
    }

    @Test
    void itIsDueBeforeTheAnswerIs() {
        var ada = answered();

        assertEquals(
                town.now().plus(Duration.ofDays(5)),
                awaited(ada, Deed.ERASE, SUPPORT).due());
        town.advance("P27D");
        var late = awaited(ada, Deed.CORRECT, SUPPORT).due();

        assertTrue(late.isBefore(town.now().plus(Duration.ofDays(5))), late.toString());
    }

    @Test
    void whoIsLateIsNamedAsOpenAndCanStillSaySo() {
        var ada = answered();
        var taskId = awaited(ada, Deed.GATHER, SUPPORT).taskId();

        town.advance("P6D");

        assertThrows(HandOverdue.class, () -> ask(ada, Deed.GATHER, SUPPORT));
        assertEquals(
                200,
                says(taskId, "done", Map.of("support", 1), "A letter of May.").status());
        assertEquals("A letter of May.", ask(ada, Deed.GATHER, SUPPORT).note());
    }

    @Test
    void whoHadItInHandWhenTheRequestFailedGetsTheTimeAnew() {
        var ada = new Person(town).registers().asks().confirms();
        town.mishaps().fail(ada.requestId(), "Package Answer", 1, "java.lang.IllegalStateException");
        office.approves(ada.requestId());
        var taskId = awaited(ada, Deed.GATHER, SUPPORT).taskId();
        town.advance("P6D");
        assertThrows(HandOverdue.class, () -> ask(ada, Deed.GATHER, SUPPORT));

        var resumed = town.client()
                .post("/staff/requests/" + ada.requestId() + "/resume", Map.of(), town.staff("paul", "approver"));
        assertEquals(204, resumed.status(), resumed.toString());

        var anew = awaited(ada, Deed.GATHER, SUPPORT);
        assertEquals(taskId, anew.taskId());
        assertEquals(town.now().plus(Duration.ofDays(5)), anew.due());
    }

    @Test
    void nothingFoundIsAnAnswerToo() {
        var ada = answered();
        var taskId = awaited(ada, Deed.GATHER, SUPPORT).taskId();

        assertEquals(200, says(taskId, "not-found", Map.of(), "").status());

        assertEquals(new HandWork.Done(Map.of(), ""), ask(ada, Deed.GATHER, SUPPORT));
    }

    @Test
    void anotherSelectionIsAnotherTask() {
        var ada = answered();
        var taskId = awaited(ada, Deed.ERASE, SUPPORT).taskId();
        says(taskId, "not-found", Map.of(), "");

        assertFalse(taskId.equals(
                awaited(ada, Deed.ERASE, List.of("support", "billing")).taskId()));
    }

    @Test
    void whatDoesNotFitIsRefused() {
        var ada = answered();
        var erase = awaited(ada, Deed.ERASE, SUPPORT).taskId();
        var gather = awaited(ada, Deed.GATHER, SUPPORT).taskId();

        assertEquals(422, says(erase, "done", Map.of(), "").status(), "how many?");
        assertEquals(422, says(erase, "done", Map.of("billing", 1), "").status(), "not asked for");
        assertEquals(422, says(erase, "done", Map.of("support", "some"), "").status());
        assertEquals(422, says(erase, "not-found", Map.of("support", 1), "").status());
        assertEquals(422, says(gather, "done", Map.of("support", 1), "").status(), "what was found?");
        assertTrue(says(erase, "approve", Map.of(), "").status() >= 400);
        var asked = new Person(town).registers().asks().confirms();
        var deciding = Json.string(office.task(asked.requestId()), "taskId");
        assertTrue(says(deciding, "done", Map.of("support", 1), "x").status() >= 400, "nothing to do by hand");
        assertThrows(HandAwaited.class, () -> ask(ada, Deed.ERASE, SUPPORT));
    }

    @Test
    void theConsoleAsksWithoutAScript() {
        var ada = answered();
        var taskId = awaited(ada, Deed.CORRECT, SUPPORT).taskId();
        var bearer = town.staff("agnes", "agent");

        var page = town.client().get("/staff/tasks/" + taskId, bearer[0], bearer[1], "Accept", "text/html");
        var form = "decision=done&counts.support=1&note=";
        var said = town.client()
                .post(
                        "/staff/tasks/" + taskId + "/decision",
                        "application/x-www-form-urlencoded",
                        form,
                        bearer[0],
                        bearer[1]);

        assertTrue(page.body().contains("Tiroir 3, par nom."), page.body());
        assertTrue(page.body().contains("name=\"counts.support\""));
        assertTrue(page.body().contains(ada.address()));
        assertEquals(200, said.status(), said.toString());
        assertEquals(1, ask(ada, Deed.CORRECT, SUPPORT).counts().get("support"));
    }

    /** Somebody whose request is decided. */
    private Person answered() {
        var ada = new Person(town).registers().asks().confirms();
        office.approves(ada.requestId());
        assertEquals("answered", ada.state());
        return ada;
    }

    private HandAwaited awaited(Person ada, Deed deed, List<String> categories) {
        return assertThrows(HandAwaited.class, () -> ask(ada, deed, categories));
    }

    private HandWork.Done ask(Person ada, Deed deed, List<String> categories) {
        var kept = town.behind();
        var settings = new HashMap<>(
                kept.template().functions().get("EraseFromSystemFunction").environment());
        settings.put("AWS_REGION", LocalCredentials.REGION.id());
        settings.put("AWS_ACCESS_KEY_ID", LocalCredentials.ACCESS_KEY);
        settings.put("AWS_SECRET_ACCESS_KEY", LocalCredentials.SECRET);
        settings.put(
                "AWS_ENDPOINT_URL_DYNAMODB",
                kept.tables()
                        .serviceClientConfiguration()
                        .endpointOverride()
                        .orElseThrow()
                        .toString());
        settings.put("AWS_ENDPOINT_URL_KMS", kept.aws().toString());
        var clock = kept.agenda().clock();
        var wiring = new Wiring(settings, clock, new Random(1), List.of());
        return new HandTasks(wiring.tasks(), wiring.requestFile(), town.policy().zone(), clock)
                .ask(CABINET, deed, ada.requestId(), categories, List.of());
    }

    private Answered says(String taskId, String decision, Map<String, Object> counts, String note) {
        var body = new LinkedHashMap<String, Object>();
        body.put("decision", decision);
        body.put("counts", counts);
        body.put("note", note);
        return town.client().post("/staff/tasks/" + taskId + "/decision", body, town.staff("agnes", "agent"));
    }
}
