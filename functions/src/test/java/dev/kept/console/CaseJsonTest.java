package dev.kept.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kept.http.Json;
import dev.kept.request.RequestState;
import dev.kept.task.Decision;
import dev.kept.task.Grounds;
import dev.kept.task.Task;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class CaseJsonTest {
    private static final Task OPEN = Sample.task(Optional.empty());

    @Test
    void aTaskHasAllThatItsDecisionNeeds() {
        var task = CaseJson.task(file(true), OPEN, new Grounds(Sample.POLICY));

        var request = Json.child(task, "request");
        assertEquals("request-one.1", task.get("taskId"));
        assertEquals(List.of(Map.of("system", "kept", "category", "contact", "count", 4)), task.get("found"));
        assertEquals(List.of("helpdesk"), task.get("unanswered"));
        assertEquals("0f1e", task.get("planHash"));
        assertEquals(List.of("approve", "refuse"), task.get("may"));
        assertFalse(Json.list(task, "refusals").isEmpty());
        assertEquals(Sample.MESSAGE, request.get("message"));
        assertEquals(Sample.ANSWER, request.get("identityAnswer"));
        assertEquals("running", Json.child(task, "deadline").get("standing"));
        assertTrue(Json.child(Json.child(task, "deadline"), "explanation").containsKey("steps"));
    }

    @Test
    void anAuditorReadsNothingThatThePersonTyped() {
        var text = Json.text(CaseJson.task(file(false), OPEN, new Grounds(Sample.POLICY)))
                + Json.text(CaseJson.file(file(false)));

        assertFalse(text.contains(Sample.ADDRESS));
        assertFalse(text.contains(Sample.MESSAGE));
        assertFalse(text.contains(Sample.ANSWER));
    }

    @Test
    void aFileTellsWhatWasDecided() {
        var decided = new Task.Decided(Decision.APPROVE, "", "boris", "approver", Sample.NOW);
        var request = Sample.request(RequestState.CARRYING_OUT, List.of());

        var file = CaseJson.file(Sample.file(request, Sample.task(Optional.of(decided)), true));

        var text = Json.text(Json.list(file, "tasks"));
        assertTrue(text.contains("\"decision\":\"approve\""), text);
        assertEquals("carrying-out", file.get("state"));
        assertEquals(3, Json.list(file, "steps").size());
    }

    private static CaseFile file(boolean personal) {
        return Sample.file(Sample.request(RequestState.DECIDING, List.of()), OPEN, personal);
    }
}
