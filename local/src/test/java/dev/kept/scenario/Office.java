package dev.kept.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.kept.http.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A member of staff in a scenario. */
final class Office {
    private final Town town;
    private final String[] signedIn;

    Office(Town town, String person, String role) {
        this.town = town;
        this.signedIn = town.staff(person, role);
    }

    Answered get(String path) {
        return town.client().get(path, signedIn);
    }

    /** The open task of that request, whole. */
    Map<String, Object> task(String requestId) {
        return findTask(requestId).orElseThrow(() -> new AssertionError("no open task for the request"));
    }

    /** The open task of that request, whole, where there is one. */
    Optional<Map<String, Object>> findTask(String requestId) {
        town.advance("PT0S");
        var path = "/staff/tasks";
        while (true) {
            var page = get(path);
            assertEquals(200, page.status(), page.toString());
            for (var one : Json.list(page.json(), "tasks")) {
                var task = (Map<?, ?>) one;
                if (requestId.equals(task.get("requestId"))) {
                    var whole = get("/staff/tasks/" + task.get("taskId"));
                    assertEquals(200, whole.status(), whole.toString());
                    return Optional.of(whole.json());
                }
            }
            var next = page.text("next");
            if (next.isEmpty()) {
                return Optional.empty();
            }
            path = "/staff/tasks?next=" + next;
        }
    }

    Answered decides(Map<String, Object> task, String decision, String reason, String note) {
        var body = new LinkedHashMap<String, Object>();
        body.put("decision", decision);
        body.put("planHash", Json.string(task, "planHash"));
        if (!reason.isEmpty()) {
            body.put("reason", reason);
        }
        if (!note.isEmpty()) {
            body.put("note", note);
        }
        var answered = town.client().post("/staff/tasks/" + Json.string(task, "taskId") + "/decision", body, signedIn);
        town.advance("PT0S");
        return answered;
    }

    String approves(String requestId) {
        var answered = decides(task(requestId), "approve", "", "");
        assertEquals(200, answered.status(), answered.toString());
        return answered.text("state");
    }

    /** Two members of staff approve what is asked. */
    static String bothApprove(Town town, String requestId) {
        assertEquals("waiting-for-second-approval", new Office(town, "agnes", "agent").approves(requestId));
        return new Office(town, "paul", "approver").approves(requestId);
    }

    /** What the ledger says about that request, in its order. */
    List<Map<?, ?>> entriesAbout(String requestId) {
        var found = new ArrayList<Map<?, ?>>();
        var after = "";
        do {
            var page = get("/staff/ledger?after=" + after);
            assertEquals(200, page.status(), page.toString());
            for (var one : Json.list(page.json(), "entries")) {
                var entry = (Map<?, ?>) one;
                if (requestId.equals(entry.get("subject"))) {
                    found.add(entry);
                }
            }
            after = page.text("next");
        } while (!after.isEmpty());
        return found;
    }

    /** Each entry of that kind about the request. */
    List<String> told(String requestId, String what) {
        return entriesAbout(requestId).stream()
                .map(entry -> String.valueOf(entry.get("what")))
                .filter(what::equals)
                .toList();
    }

    Answered resume(String requestId) {
        var answered = town.client().post("/staff/requests/" + requestId + "/resume", Map.of(), signedIn);
        town.resumed(requestId);
        return answered;
    }

    void resumes(String requestId) {
        var answered = resume(requestId);
        assertEquals(204, answered.status(), answered.toString());
    }

    boolean isRestricted(String requestId) {
        town.advance("PT0S");
        return !Json.list(get("/staff/requests/" + requestId).json(), "restrictions")
                .isEmpty();
    }

    /** What a French browser shows. */
    String page(String path) {
        return town.client()
                .get(path, signedIn[0], signedIn[1], "Accept", "text/html", "Accept-Language", "fr")
                .body();
    }

    /** The codes of the grounds that a task offers under that name. */
    static List<String> codes(Map<String, Object> task, String name) {
        return Json.list(task, name).stream()
                .map(ground -> String.valueOf(((Map<?, ?>) ground).get("code")))
                .toList();
    }
}
