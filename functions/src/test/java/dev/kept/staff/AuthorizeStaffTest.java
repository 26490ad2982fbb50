package dev.kept.staff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import dev.kept.Wiring;
import dev.kept.http.AuthorizerFunction;
import dev.kept.http.Json;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class AuthorizeStaffTest {
    private static final RSAKey KEY = SampleProvider.rsaKey("one");
    private static final String ARN = "arn:aws:execute-api:eu-west-3:123456789012:abc/live/GET/staff/tasks";

    private final SampleProvider provider = new SampleProvider(KEY);
    private Instant now = SampleProvider.NOW;
    private final AuthorizeStaffHandler handler = new AuthorizeStaffHandler(new Wiring(
            Map.of(
                    "STAFF_ISSUER",
                    provider.issuer(),
                    "STAFF_AUDIENCE",
                    SampleProvider.AUDIENCE,
                    "BASE_URL",
                    "https://privacy.example.org"),
            new Movable(),
            new Random(1),
            List.of()));

    @AfterEach
    void close() {
        provider.close();
    }

    @Test
    void aTokenOfTheProviderOpensTheStage() throws IOException {
        var answer = withToken(SampleProvider.signed(KEY, provider.claims()));

        assertEquals(
                Map.of(
                        "Action", "execute-api:Invoke",
                        "Effect", "Allow",
                        "Resource", "arn:aws:execute-api:eu-west-3:123456789012:abc/live/*"),
                statement(answer));
        assertEquals("agnes", answer.get("principalId"));
        assertEquals(
                Map.of("subject", "agnes", "role", "agent", "name", "Agnès", "sent", "by-ourselves"),
                Json.child(answer, "context"));
    }

    @Test
    void aKeyOnACurveIsGoodToo() throws IOException {
        var key = SampleProvider.curveKey("curve");
        provider.show(KEY, key);

        assertEquals("Allow", effect(withToken(SampleProvider.signed(key, provider.claims()))));
    }

    @Test
    void theSessionOfABrowserIsGoodToo() throws IOException {
        var session = SampleProvider.signed(KEY, provider.claims());

        var answer = judge(Map.of("Cookie", "lang=fr; __Host-kept-session=" + session));

        assertEquals("Allow", effect(answer));
        assertFalse(
                Json.child(answer, "context").containsKey("sent"), "a browser's cookie says nothing of who sent it");
    }

    @Test
    void aSessionThatOurOwnPageSendsIsToldApart() throws IOException {
        var cookie = "__Host-kept-session=" + SampleProvider.signed(KEY, provider.claims());

        assertTrue(isOurs(Map.of("Cookie", cookie, "Origin", "https://privacy.example.org")));
        assertTrue(isOurs(Map.of("Cookie", cookie, "Origin", "null", "Sec-Fetch-Site", "same-origin")));
        assertFalse(isOurs(Map.of("Cookie", cookie, "Origin", "https://evil.example")));
        assertFalse(
                isOurs(Map.of("Cookie", cookie, "Origin", "https://evil.example", "Sec-Fetch-Site", "same-origin")));
        assertFalse(isOurs(Map.of("Cookie", cookie, "Origin", "null", "Sec-Fetch-Site", "cross-site")));
        assertFalse(isOurs(Map.of("Cookie", cookie, "Origin", "null")));
    }

    @Test
    void aBadTokenIsNotMadeGoodByASession() {
        var session = SampleProvider.signed(KEY, provider.claims());

        assertRefused(Map.of("Authorization", "Bearer x", "Cookie", "__Host-kept-session=" + session));
    }

    @Test
    void nobodyIsUnauthorized() {
        assertRefused(Map.of());
        assertRefused(Map.of("Authorization", "Bearer "));
        assertRefused(Map.of("Authorization", "Bearer not.a.token"));
        assertRefused(Map.of("Authorization", "Basic YTpi"));
        assertEquals(0, provider.keysRead(), "nothing that is no token makes us ask the provider");
    }

    @Test
    void aTokenEndsByTheClock() throws IOException {
        var token = SampleProvider.signed(KEY, provider.claims());
        now = SampleProvider.NOW.plus(Duration.ofMinutes(60)).minusSeconds(1);
        assertEquals("Allow", effect(withToken(token)));

        now = SampleProvider.NOW.plus(Duration.ofMinutes(60));
        assertRefused(token);
    }

    @Test
    void aTokenWithoutEndIsRefused() {
        assertRefused(SampleProvider.signed(KEY, provider.claims().expirationTime(null)));
    }

    @Test
    void aTokenOfTomorrowIsRefusedToday() {
        var tomorrow = Date.from(SampleProvider.NOW.plus(Duration.ofDays(1)));

        assertRefused(SampleProvider.signed(KEY, provider.claims().notBeforeTime(tomorrow)));
    }

    @Test
    void aTokenOfSomebodyElseOrForSomebodyElseIsRefused() {
        assertRefused(SampleProvider.signed(KEY, provider.claims().issuer("https://login.example.com")));
        assertRefused(SampleProvider.signed(KEY, provider.claims().audience("another")));
        assertRefused(SampleProvider.signed(KEY, provider.claims().subject(null)));
    }

    @Test
    void aTokenThatAnotherKeySignedIsRefused() {
        assertRefused(SampleProvider.signed(SampleProvider.rsaKey("one"), provider.claims()));
        assertRefused(SampleProvider.signed(SampleProvider.rsaKey("unknown"), provider.claims()));
    }

    @Test
    void aTokenThatNobodySignedIsRefused() {
        assertRefused(new PlainJWT(provider.claims().build()).serialize());
    }

    @Test
    void aTokenThatWasChangedIsRefused() {
        var parts = SampleProvider.signed(KEY, provider.claims()).split("\\.", -1);
        var others = SampleProvider.signed(KEY, provider.claims().claim("kept_role", "dpo"))
                .split("\\.", -1);

        assertRefused(parts[0] + "." + others[1] + "." + parts[2]);
    }

    @Test
    void whoHasNoRoleHereIsDenied() throws IOException {
        assertEquals(
                "Deny",
                effect(withToken(SampleProvider.signed(KEY, provider.claims().claim("kept_role", null)))));
        assertEquals(
                "Deny",
                effect(withToken(SampleProvider.signed(KEY, provider.claims().claim("kept_role", "admin")))));
        assertEquals(
                "Deny",
                effect(withToken(SampleProvider.signed(KEY, provider.claims().claim("kept_role", List.of("dpo"))))));
    }

    @Test
    void aNewKeyIsFoundOnceItIsUsed() throws IOException {
        withToken(SampleProvider.signed(KEY, provider.claims()));
        var next = SampleProvider.rsaKey("two");
        provider.show(KEY, next);
        now = now.plusSeconds(31);

        assertEquals("Allow", effect(withToken(SampleProvider.signed(next, provider.claims()))));
        assertEquals(2, provider.keysRead());
    }

    @Test
    void forgedKeyIdsDoNotHammerTheProvider() throws IOException {
        withToken(SampleProvider.signed(KEY, provider.claims()));

        for (var forged = 0; forged < 3; forged++) {
            assertRefused(SampleProvider.signed(SampleProvider.curveKey("forged" + forged), provider.claims()));
        }
        assertEquals(1, provider.keysRead());
    }

    @Test
    void anAddressAsAnIdNeverGetsPastTheAuthorizer() throws IOException {
        JWTClaimsSet.Builder claims = provider.claims().subject("agnes@staff.example");

        var answer = withToken(SampleProvider.signed(KEY, claims));

        var subject = Json.string(Json.child(answer, "context"), "subject");
        assertTrue(subject.matches("staff-[0-9a-f]{32}"));
        assertEquals(subject, answer.get("principalId"));
    }

    @Test
    void nobodySignsInAsTheSystemItself() throws IOException {
        for (var name : List.of("kept", "person")) {
            var answer = withToken(SampleProvider.signed(KEY, provider.claims().subject(name)));

            assertTrue(String.valueOf(answer.get("principalId")).startsWith("staff-"));
        }
    }

    private boolean isOurs(Map<String, Object> headers) throws IOException {
        return Json.child(judge(headers), "context").get("sent") != null;
    }

    private void assertRefused(String token) {
        assertRefused(Map.of("Authorization", "Bearer " + token));
    }

    private void assertRefused(Map<String, Object> headers) {
        var refused = assertThrows(AuthorizerFunction.Unauthorized.class, () -> judge(headers));
        assertEquals("Unauthorized", refused.getMessage());
    }

    private Map<String, Object> withToken(String token) throws IOException {
        return judge(Map.of("Authorization", "Bearer " + token));
    }

    private Map<String, Object> judge(Map<String, Object> headers) throws IOException {
        var event = new HashMap<String, Object>();
        event.put("type", "REQUEST");
        event.put("methodArn", ARN);
        event.put("httpMethod", "GET");
        event.put("path", "/staff/tasks");
        event.put("headers", headers);
        var answer = new ByteArrayOutputStream();
        var bytes = Json.text(event).getBytes(StandardCharsets.UTF_8);
        handler.handleRequest(new ByteArrayInputStream(bytes), answer, NoContext.INSTANCE);
        return Json.object(answer.toString(StandardCharsets.UTF_8));
    }

    private static Object statement(Map<String, Object> answer) {
        return Json.list(Json.child(answer, "policyDocument"), "Statement").get(0);
    }

    private static String effect(Map<String, Object> answer) {
        return statement(answer) instanceof Map<?, ?> found ? String.valueOf(found.get("Effect")) : "";
    }

    private final class Movable extends Clock {
        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneOffset getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(java.time.ZoneId zone) {
            return this;
        }
    }
}
