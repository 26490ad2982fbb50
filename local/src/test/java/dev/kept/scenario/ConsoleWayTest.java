package dev.kept.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kept.http.Json;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What staff do in a browser: sign in, look, decide, sign out. */
class ConsoleWayTest {
    private final Town town = Town.running();

    @Test
    void staffSignInAndDecideInABrowser() {
        var marie = new Person(town).registers().asks().confirms();
        var taskId = Json.string(new Office(town, "agnes", "agent").task(marie.requestId()), "taskId");
        var agnes = signIn("agnes");

        var tasks = page("/staff/tasks", agnes);
        assertEquals(200, tasks.status(), tasks.toString());
        assertTrue(tasks.body().contains("Agnès"), "the page shows who is signed in");
        var task = page("/staff/tasks/" + taskId, agnes);
        assertTrue(task.body().contains(marie.address()), task.toString());
        var planHash = task.body().replaceFirst("(?s).*name=\"planHash\" value=\"([^\"]+)\".*", "$1");
        var form = "decision=approve&note=&planHash=" + planHash;
        var foreign = decide(taskId, form, agnes, "https://evil.example");
        assertEquals(403, foreign.status());
        var decided = decide(taskId, form, agnes, origin());
        assertEquals(303, decided.status(), decided.toString());
        assertEquals("/staff/tasks/" + taskId, decided.header("Location").orElse(""));
        town.advance("PT0S");

        assertEquals("answered", marie.state());
        var after = page("/staff/tasks/" + taskId, agnes);
        assertFalse(after.body().contains("/decision\""), "nothing is left to decide");
        var file = page("/staff/requests/" + marie.requestId(), agnes);
        assertTrue(file.body().contains("agnes"), "the history tells who decided");
        assertEquals(200, page("/staff/ledger", agnes).status());
        assertEquals(200, page("/staff/requests", agnes).status());
    }

    @Test
    void whereThePolicyAnonymisesNothingNothingIsCounted() {
        var aude = signIn("aude");

        assertTrue(page("/staff/statistics", aude).body().contains("Rien n’est encore compté"));
    }

    @Test
    void aSessionEndsWhenItsOwnerSaysSo() {
        var agnes = signIn("agnes");

        assertEquals(403, signOut(agnes, "https://evil.example").status());
        var out = signOut(agnes, origin());

        assertEquals(303, out.status(), out.toString());
        assertTrue(
                out.header("Set-Cookie").orElse("").contains("Max-Age=0"),
                out.header("Set-Cookie").orElse(""));
    }

    @Test
    void whoComesBackWithoutHavingBegunStartsAgain() {
        var strayed = town.client().get("/staff/callback?code=x&state=y", "Accept", "text/html");

        assertEquals(401, strayed.status());
        assertTrue(strayed.body().startsWith("<!DOCTYPE html>"), strayed.body());
    }

    @Test
    void anAuditorReadsAndDecidesNothing() {
        var marie = new Person(town).registers().asks().confirms();
        var aude = new Office(town, "aude", "auditor");

        var task = aude.task(marie.requestId());

        assertFalse(Json.text(task).contains(marie.address()));
        assertEquals(403, aude.decides(task, "approve", "", "").status());
        var page = page("/staff/tasks/" + Json.string(task, "taskId"), signIn("aude"));
        assertEquals(200, page.status());
        assertFalse(page.body().contains(marie.address()));
    }

    @OnlyLocally(OnlyLocally.MANY)
    @Test
    void theBoardShowsEveryRequestOnce() {
        var asked = new HashSet<String>();
        for (var number = 0; number < 30; number++) {
            asked.add(new Person(town).asks().requestId());
        }
        var withdrawn = new Person(town).asks();
        withdrawn.withdraws();
        asked.add(withdrawn.requestId());

        var agnes = new Office(town, "agnes", "agent");
        var seen = all(agnes, "/staff/requests");
        var received = all(agnes, "/staff/requests?state=received");

        assertTrue(seen.containsAll(asked));
        assertFalse(received.contains(withdrawn.requestId()));
        assertTrue(all(agnes, "/staff/requests?state=withdrawn").contains(withdrawn.requestId()));
        assertTrue(all(agnes, "/staff/requests?due=2020-01-01").isEmpty());
        assertEquals(422, agnes.get("/staff/requests?state=nowhere&due=soon").status());
        assertEquals(404, agnes.get("/staff/requests?next=forged").status());
    }

    @Test
    void theLedgerIsShownWithItsLastCheckpoint() {
        new Person(town).registers().asks();
        town.fire("CheckpointLedgerFunction", "P1D");

        var page = page("/staff/ledger", signIn("aude"));

        assertEquals(200, page.status(), page.toString());
        var verified = new Office(town, "aude", "auditor")
                .get("/staff/ledger/verification")
                .json();
        assertEquals(true, verified.get("intact"));
        var hash = Json.string(Json.child(verified, "checkpoint"), "hash");
        assertTrue(page.body().contains(hash), "the page names what the last checkpoint signed");
        var entries = new Office(town, "aude", "auditor").get("/staff/ledger").json();
        assertFalse(Json.list(entries, "entries").isEmpty());
    }

    @Test
    void otherOpenRequestsOfThePersonAreShown() {
        var marie = new Person(town).registers().asks().confirms();
        var again = new Person(town, marie.address()).asks().confirms();

        var task = new Office(town, "agnes", "agent").task(again.requestId());

        assertTrue(Json.text(Json.list(task, "others")).contains(marie.requestId()), task.toString());
    }

    @Test
    void whoeverHasNoSessionIsShownTheWayIn() {
        var refused = town.client().get("/staff/tasks", "Accept", "text/html");

        assertEquals(401, refused.status());
        assertTrue(refused.body().contains("href=\"/staff/sign-in\""));
        assertEquals(401, town.client().get("/staff/tasks").status());
        assertEquals(200, town.client().get("/staff", "Accept", "text/html").status());
    }

    private Set<String> all(Office office, String path) {
        var seen = new HashSet<String>();
        var next = "";
        do {
            var page = office.get(path + (path.contains("?") ? "&" : "?") + "next=" + next);
            assertEquals(200, page.status(), page.toString());
            for (var one : Json.list(page.json(), "requests")) {
                assertTrue(seen.add(String.valueOf(((Map<?, ?>) one).get("requestId"))), "each request once");
            }
            next = page.text("next");
        } while (!next.isEmpty());
        return seen;
    }

    /** Goes through the provider's page as a browser does, and gives back the session's cookie. */
    private String signIn(String person) {
        var begun = town.client().get("/staff/sign-in", "Accept", "text/html");
        assertEquals(303, begun.status(), begun.toString());
        var asked = URI.create(begun.header("Location").orElseThrow());
        var chosen = town.client()
                .post(
                        asked.getPath(),
                        "application/x-www-form-urlencoded",
                        asked.getRawQuery() + "&person=" + URLEncoder.encode(person, StandardCharsets.UTF_8));
        var back = URI.create(chosen.header("Location").orElseThrow(() -> new AssertionError(chosen.toString())));
        var finished = town.client()
                .get(back.getPath() + "?" + back.getRawQuery(), "Cookie", cookie(begun), "Accept", "text/html");
        assertEquals("/staff/tasks", finished.header("Location").orElse(finished.toString()));
        return cookie(finished);
    }

    private Answered page(String path, String session) {
        return town.client().get(path, "Accept", "text/html", "Cookie", session);
    }

    private Answered decide(String taskId, String form, String session, String origin) {
        return town.client()
                .post(
                        "/staff/tasks/" + taskId + "/decision",
                        "application/x-www-form-urlencoded",
                        form,
                        "Accept",
                        "text/html",
                        "Cookie",
                        session,
                        "Origin",
                        origin);
    }

    private Answered signOut(String session, String origin) {
        return town.client()
                .post(
                        "/staff/sign-out",
                        "application/x-www-form-urlencoded",
                        "",
                        "Accept",
                        "text/html",
                        "Cookie",
                        session,
                        "Origin",
                        origin);
    }

    private String origin() {
        return town.address().toString().replaceFirst("/$", "");
    }

    private static String cookie(Answered answered) {
        return answered.header("Set-Cookie").orElseThrow().split(";", 2)[0];
    }
}
