package dev.kept.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kept.http.Json;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The privacy centre as a browser sees it, and what somebody does there without a script. */
class PublicPagesTest {
    private final Town town = Town.running();

    @Test
    void everyPublicPageIsThere() {
        for (var path : new String[] {
            "/",
            "/policy",
            "/forms/register",
            "/forms/register/thanks?collected=name,email",
            "/notices/register",
            "/requests/new",
            "/requests/new?kind=access",
            "/problems",
            "/problems/card-data",
            "/requests/abc/confirmation?token=abc",
            "/requests/abc/confirmed",
            "/requests/abc/renewed",
            "/requests/abc/withdrawal?token=abc",
            "/requests/abc/identity?token=abc",
            "/requests/abc/answered",
            "/answers/abc?token=abc"
        }) {
            var answered = look(path);
            assertEquals(200, answered.status(), path);
            assertTrue(answered.body().startsWith("<!DOCTYPE html>"), path);
        }
        assertEquals(404, look("/forms/none").status());
        assertEquals(404, look("/notices/none").status());
        assertEquals(404, look("/problems/none").status());
        assertEquals(410, look("/requests/abc/confirmation").status());
    }

    @Test
    void programsGetWhatTheyFetch() {
        assertEquals("faveo-helpdesk", Json.string(town.client().get("/policy").json(), "id"));
        var notice = town.client().get("/notices/order").json();
        assertFalse(Json.list(notice, "categories").isEmpty());
        assertEquals("3.1.0", Json.string(town.client().get("/openapi.json").json(), "openapi"));
        assertEquals(true, town.client().get("/.well-known/gpc.json").json().get("gpc"));
        var home = look("/").body();
        var end = home.indexOf("style.css");
        var style = home.substring(home.lastIndexOf("/assets/", end), end) + "style.css";
        assertEquals(200, town.client().get(style).status());
    }

    @Test
    void aRequestIsMadeAndWithdrawnInABrowser() {
        var address = new Person(town).registers().address();
        var asked = new LinkedHashMap<String, String>();
        asked.put("kind", "access");
        asked.put("identifier.type", "email");
        asked.put("identifier.value", address);

        var received = town.client().submit("/requests", asked);

        assertEquals(303, received.status());
        var page = received.header("location").orElse("");
        assertEquals(200, look(page).status());
        var token = page.substring(page.indexOf("token=") + 6);
        var id = page.substring("/requests/".length(), page.indexOf('?'));
        var follow = "/requests/" + id + "?token=" + token;
        assertTrue(look(follow).body().contains("/requests/" + id + "/withdrawal?token=" + token));
        var withdrawn = town.client().submit("/requests/" + id + "/withdrawal", Map.of("token", token));
        assertEquals(follow, withdrawn.header("location").orElse(""));
        assertFalse(look(follow).body().contains("/withdrawal"));
    }

    @Test
    void aFaultyFormIsShownAgainWithoutRepeatingWhatWasTyped() {
        var filled = Map.of("fields.email", "no address of hers", "fields.name", "Marie");

        var answered = town.client().submit("/forms/register", filled);

        assertEquals(422, answered.status());
        var html = answered.body();
        assertTrue(html.contains("action=\"/forms/register\"") && html.contains("fields-email-fault"), html);
        assertFalse(html.contains("no address of hers"));
        var request = town.client().submit("/requests", Map.of("kind", "access", "identifier.type", "email"));
        assertEquals(422, request.status());
        assertTrue(request.body().contains("name=\"identifier.value\""), request.body());
    }

    @OnlyLocally(OnlyLocally.TIME)
    @Test
    void anExpiredLinkIsReplaced() {
        var marie = new Person(town).registers().asks();
        var first = town.lastMailTo(marie.address()).token("/confirmation");
        town.advance("P1DT1H");
        var expired = town.client().submit("/requests/" + marie.requestId() + "/confirmation", Map.of("token", first));
        assertEquals(410, expired.status());
        assertTrue(expired.body().contains("/requests/" + marie.requestId() + "/confirmation-link"), expired.body());

        assertEquals(202, renew(marie, first).status());

        var second = town.lastMailTo(marie.address()).token("/confirmation");
        assertFalse(second.equals(first));
        marie.confirms();
        var mails = town.mailTo(marie.address()).size();
        assertEquals(202, renew(marie, first).status(), "the same answer when it is confirmed");
        assertEquals(mails, town.mailTo(marie.address()).size());
    }

    @Test
    void newLinksAreFewAndOnlyForWhoHadOne() {
        var marie = new Person(town).registers().asks();
        var first = town.lastMailTo(marie.address()).token("/confirmation");
        var before = town.mailTo(marie.address()).size();

        assertEquals(202, renew(marie, "x".repeat(28)).status());
        assertEquals(before, town.mailTo(marie.address()).size());
        for (var time = 0; time < 5; time++) {
            town.advance("PT1S");
            assertEquals(202, renew(marie, first).status());
        }

        assertEquals(before + 3, town.mailTo(marie.address()).size());
    }

    private Answered renew(Person person, String token) {
        return town.client().post("/requests/" + person.requestId() + "/confirmation-link", Map.of("token", token));
    }

    private Answered look(String path) {
        return town.client().get(path, "Accept", "text/html", "Accept-Language", "fr");
    }
}
