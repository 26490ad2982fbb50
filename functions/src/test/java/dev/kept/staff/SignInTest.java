package dev.kept.staff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.nimbusds.jose.jwk.RSAKey;
import dev.kept.Wiring;
import dev.kept.http.Call;
import dev.kept.http.ProblemFound;
import dev.kept.http.ProblemKind;
import dev.kept.http.Reply;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class SignInTest {
    private static final RSAKey KEY = SampleProvider.rsaKey("one");

    private final SampleProvider provider = new SampleProvider(KEY);
    private final Wiring wiring = new Wiring(
            Map.of(
                    "POLICY",
                    "faveo-helpdesk",
                    "STAFF_ISSUER",
                    provider.issuer(),
                    "STAFF_AUDIENCE",
                    SampleProvider.AUDIENCE,
                    "BASE_URL",
                    "https://privacy.example.org"),
            Clock.fixed(SampleProvider.NOW, ZoneOffset.UTC),
            new Random(1),
            List.of());

    @AfterEach
    void close() {
        provider.close();
    }

    @Test
    void theBrowserIsSentToTheProviderWithAChallenge() {
        var begun = new SignInHandler(wiring).answer(call(Map.of(), ""));

        var asked = query(begun);
        assertEquals(303, begun.status());
        assertTrue(header(begun, "Location").startsWith(provider.issuer() + "/authorize?response_type=code&"));
        assertEquals("https://privacy.example.org/staff/callback", field(asked, "redirect_uri"));
        assertEquals("S256", field(asked, "code_challenge_method"));
        assertTrue(header(begun, "Set-Cookie")
                .matches("__Host-kept-sign-in=[a-z.]+; Max-Age=600; Path=/; Secure; HttpOnly; SameSite=Lax"));
    }

    @Test
    void whoComesBackGetsASessionThatEndsWithTheToken() throws Exception {
        var begun = new SignInHandler(wiring).answer(call(Map.of(), ""));
        var asked = query(begun);
        var token = SampleProvider.signed(KEY, provider.claims().claim("nonce", field(asked, "nonce")));
        provider.exchangesFor(token);

        var finished = finish(field(asked, "state"), cookie(begun));

        assertEquals(303, finished.status());
        assertEquals("/staff/tasks", header(finished, "Location"));
        assertEquals(
                "__Host-kept-session=" + token + "; Max-Age=3600; Path=/; Secure; HttpOnly; SameSite=Lax",
                header(finished, "Set-Cookie"));
        var verifier = field(form(provider.tokenForm()), "code_verifier");
        var digest = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
        assertEquals(
                field(asked, "code_challenge"),
                Base64.getUrlEncoder().withoutPadding().encodeToString(digest));
    }

    @Test
    void anotherBrowsersSignInIsRefused() {
        var begun = new SignInHandler(wiring).answer(call(Map.of(), ""));
        var other = new SignInHandler(wiring).answer(call(Map.of(), ""));
        provider.exchangesFor(SampleProvider.signed(
                KEY, provider.claims().claim("nonce", field(query(begun), "nonce"))));

        assertRefused(field(query(begun), "state"), cookie(other));
        assertRefused(field(query(begun), "state"), "");
        assertRefused("", "__Host-kept-sign-in=..");
    }

    @Test
    void aTokenOfAnotherSignInIsRefused() {
        var begun = new SignInHandler(wiring).answer(call(Map.of(), ""));
        provider.exchangesFor(SampleProvider.signed(KEY, provider.claims().claim("nonce", "another")));
        assertRefused(field(query(begun), "state"), cookie(begun));

        provider.exchangesFor(SampleProvider.signed(KEY, provider.claims()));
        assertRefused(field(query(begun), "state"), cookie(begun));
    }

    @Test
    void whoHasNoRoleGetsNoSession() {
        var begun = new SignInHandler(wiring).answer(call(Map.of(), ""));
        var claims =
                provider.claims().claim("nonce", field(query(begun), "nonce")).claim("kept_role", null);
        provider.exchangesFor(SampleProvider.signed(KEY, claims));

        var refused = assertThrows(ProblemFound.class, () -> finish(field(query(begun), "state"), cookie(begun)));

        assertEquals(ProblemKind.FORBIDDEN, refused.problem().kind());
    }

    @Test
    void theConsoleSendsWhoIsSignedInToTheTasks() {
        var session = "__Host-kept-session=" + SampleProvider.signed(KEY, provider.claims());

        var reply = new ShowConsoleHandler(wiring).answer(call(Map.of(), session));

        assertEquals("/staff/tasks", header(reply, "Location"));
    }

    @Test
    void theConsoleAsksEverybodyElseToSignIn() {
        var reply = new ShowConsoleHandler(wiring).answer(call(Map.of(), "__Host-kept-session=gone"));

        assertEquals(200, reply.status());
        assertTrue(reply.body().contains("href=\"/staff/sign-in\""));
    }

    @Test
    void signingOutTakesTheSessionAway() {
        var reply = new SignOutHandler(wiring).answer(post(Map.of("origin", "https://privacy.example.org")));

        assertEquals("/staff?signed-out=yes", header(reply, "Location"));
        assertTrue(header(reply, "Set-Cookie").startsWith("__Host-kept-session=; Max-Age=0;"));
    }

    @Test
    void anotherSiteCannotSignAnybodyOut() {
        var refused = assertThrows(
                ProblemFound.class,
                () -> new SignOutHandler(wiring).answer(post(Map.of("origin", "https://evil.example"))));

        assertEquals(ProblemKind.FOREIGN_ORIGIN, refused.problem().kind());
    }

    private void assertRefused(String state, String cookie) {
        var refused = assertThrows(ProblemFound.class, () -> finish(state, cookie));
        assertEquals(ProblemKind.UNAUTHENTICATED, refused.problem().kind());
        assertFalse(refused.problem().detail().contains(cookie) && !cookie.isEmpty());
    }

    private Reply finish(String state, String cookie) {
        return new FinishSignInHandler(wiring).answer(call(Map.of("code", "c", "state", state), cookie));
    }

    private static String header(Reply reply, String name) {
        return reply.headers().getOrDefault(name, "");
    }

    private static String field(Map<String, String> fields, String name) {
        return fields.getOrDefault(name, "");
    }

    private static String cookie(Reply reply) {
        return header(reply, "Set-Cookie").split(";", 2)[0];
    }

    private static Map<String, String> query(Reply reply) {
        return form(header(reply, "Location").split("\\?", 2)[1]);
    }

    private static Map<String, String> form(String text) {
        var fields = new HashMap<String, String>();
        for (var pair : text.split("&", -1)) {
            var parts = pair.split("=", 2);
            fields.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        return fields;
    }

    private static Call call(Map<String, String> query, String cookie) {
        return new Call("GET", "/staff", Map.of(), query, Map.of("cookie", cookie), "", "call-1", "", Map.of());
    }

    private static Call post(Map<String, String> headers) {
        return new Call("POST", "/staff/sign-out", Map.of(), Map.of(), headers, "", "call-1", "", Map.of());
    }
}
