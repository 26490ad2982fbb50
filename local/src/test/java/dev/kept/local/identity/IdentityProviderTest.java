package dev.kept.local.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import dev.kept.http.Json;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class IdentityProviderTest {
    private static final Instant START = Instant.parse("2026-11-22T08:00:00Z");
    private static final String REDIRECT = "http://localhost:8080/console/signed-in";
    /** The pair of RFC 7636, appendix B. */
    private static final String VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";

    private static final String CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

    private final MovedClock clock = new MovedClock();
    private final HttpServer server;
    private final URI issuer;
    private final IdentityProvider provider;
    private final HttpClient browser = HttpClient.newHttpClient();

    IdentityProviderTest() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        issuer = URI.create("http://localhost:" + server.getAddress().getPort() + "/_local/identity");
        provider = new IdentityProvider(issuer, "kept-console", Set.of(URI.create(REDIRECT)), clock);
        server.createContext(issuer.getPath(), provider::handle);
        server.start();
    }

    @AfterAll
    void stop() {
        server.stop(0);
    }

    @Test
    void signingInGivesTokensThatVerifyWithThePublishedKeys() throws Exception {
        Map<String, String> back = signIn("diane");
        Map<String, Object> answer =
                Json.object(exchange(back.get("code"), VERIFIER).body());

        JWTClaimsSet claims = verified(String.valueOf(answer.get("id_token")));
        assertEquals("a state", back.get("state"));
        assertEquals(issuer.toString(), back.get("iss"));
        assertEquals(issuer.toString(), claims.getIssuer());
        assertEquals(Set.of("kept-console"), Set.copyOf(claims.getAudience()));
        assertEquals("diane", claims.getSubject());
        assertEquals("Diane", claims.getStringClaim("name"));
        assertEquals("dpo", claims.getStringClaim("kept_role"));
        assertEquals("a nonce", claims.getStringClaim("nonce"));
        assertEquals(clock.now, claims.getIssueTime().toInstant());
        assertEquals(clock.now.plusSeconds(3_600), claims.getExpirationTime().toInstant());
        assertEquals(
                "diane", verified(String.valueOf(answer.get("access_token"))).getSubject());
    }

    @Test
    void theDiscoveryDocumentNamesWhatIsThere() throws Exception {
        Map<String, Object> found =
                Json.object(get("/.well-known/openid-configuration", "").body());

        assertEquals(issuer.toString(), found.get("issuer"));
        assertEquals(issuer + "/jwks.json", found.get("jwks_uri"));
        assertEquals(issuer + "/authorize", found.get("authorization_endpoint"));
        assertEquals(issuer + "/token", found.get("token_endpoint"));
    }

    @Test
    void onlyPublicPartsOfTheKeyArePublished() throws Exception {
        JWKSet keys = JWKSet.parse(get("/jwks.json", "").body());

        assertFalse(keys.getKeys().get(0).isPrivate());
    }

    @Test
    void aCodeWorksOnce() throws Exception {
        String code = signIn("agnes").get("code");

        assertEquals(200, exchange(code, VERIFIER).statusCode());
        assertEquals("invalid_grant", error(exchange(code, VERIFIER)));
    }

    @Test
    void aCodeIsUsedUpByAWrongVerifierToo() throws Exception {
        String code = signIn("agnes").get("code");

        assertEquals("invalid_grant", error(exchange(code, "x".repeat(43))));
        assertEquals("invalid_grant", error(exchange(code, VERIFIER)));
    }

    @Test
    void aCodeLastsAMinute() throws Exception {
        String code = signIn("agnes").get("code");
        clock.now = clock.now.plusSeconds(60);

        assertEquals("invalid_grant", error(exchange(code, VERIFIER)));
    }

    @Test
    void anUnknownRedirectIsNotFollowed() throws Exception {
        Map<String, String> asked = new HashMap<>(request());
        asked.put("redirect_uri", "http://elsewhere.example/");

        assertEquals(400, get("/authorize?" + form(asked), "").statusCode());
    }

    @Test
    void aRequestWithoutProofIsSentBackWithAnError() throws Exception {
        Map<String, String> asked = new HashMap<>(request());
        asked.remove("code_challenge");

        HttpResponse<String> answer = get("/authorize?" + form(asked), "");

        assertEquals(303, answer.statusCode());
        assertEquals("invalid_request", parametersOf(answer).get("error"));
        assertEquals("a state", parametersOf(answer).get("state"));
    }

    @Test
    void thePageSpeaksFrenchAndEnglishAndRepeatsNothingAsMarkup() throws Exception {
        Map<String, String> asked = new HashMap<>(request());
        asked.put("state", "\"><script>");

        String french = get("/authorize?" + form(asked), "fr-FR,fr;q=0.9").body();
        String english = get("/authorize?" + form(asked), "en").body();

        assertTrue(french.contains("<html lang=\"fr\">") && french.contains("Se connecter"));
        assertTrue(english.contains("<html lang=\"en\">") && english.contains("Sign in"));
        assertFalse(french.contains("<script"));
        assertEquals(4, french.split("<button", -1).length - 1);
    }

    @Test
    void aTokenIsGivenWithoutThePageAndOutlivesAMovedClock() throws Exception {
        JWTClaimsSet claims = verified(provider.token("agnes", "approver"));

        assertEquals("agnes", claims.getSubject());
        assertEquals("approver", claims.getStringClaim("kept_role"));
        assertEquals(
                clock.now.plus(Duration.ofDays(366)), claims.getExpirationTime().toInstant());
        assertThrows(IllegalArgumentException.class, () -> provider.token("agnes", "king"));
        assertThrows(IllegalArgumentException.class, () -> provider.token("a b", "agent"));
    }

    @Test
    void manyWhoSignInAtOnceGetCodesOfTheirOwn() {
        Set<String> codes = IntStream.range(0, 40)
                .parallel()
                .mapToObj(number -> provider.answer(new Ask("POST", "/authorize", chosen("boris"), "")))
                .map(reply -> String.valueOf(reply.headers().get("Location")))
                .collect(Collectors.toSet());

        assertEquals(40, codes.size());
    }

    private Map<String, String> signIn(String person) throws IOException, InterruptedException {
        assertEquals(200, get("/authorize?" + form(request()), "").statusCode());
        HttpResponse<String> answer = post("/authorize", chosen(person));
        assertEquals(303, answer.statusCode());
        return parametersOf(answer);
    }

    private static Map<String, String> chosen(String person) {
        Map<String, String> asked = new HashMap<>(request());
        asked.put("person", person);
        return asked;
    }

    private static Map<String, String> request() {
        return Map.of(
                "response_type", "code",
                "client_id", "kept-console",
                "redirect_uri", REDIRECT,
                "scope", "openid profile",
                "state", "a state",
                "nonce", "a nonce",
                "code_challenge", CHALLENGE,
                "code_challenge_method", "S256");
    }

    private HttpResponse<String> exchange(@Nullable String code, String verifier)
            throws IOException, InterruptedException {
        return post(
                "/token",
                Map.of(
                        "grant_type",
                        "authorization_code",
                        "code",
                        String.valueOf(code),
                        "client_id",
                        "kept-console",
                        "redirect_uri",
                        REDIRECT,
                        "code_verifier",
                        verifier));
    }

    private JWTClaimsSet verified(String token)
            throws ParseException, JOSEException, IOException, InterruptedException {
        SignedJWT signed = SignedJWT.parse(token);
        JWKSet keys = JWKSet.parse(get("/jwks.json", "").body());
        var key = keys.getKeyByKeyId(signed.getHeader().getKeyID());
        assertTrue(signed.verify(new RSASSAVerifier(key.toRSAKey())));
        return signed.getJWTClaimsSet();
    }

    private HttpResponse<String> get(String path, String language) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(issuer + path));
        if (!language.isEmpty()) {
            request.header("Accept-Language", language);
        }
        return browser.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String path, Map<String, String> form) throws IOException, InterruptedException {
        return browser.send(
                HttpRequest.newBuilder(URI.create(issuer + path))
                        .POST(HttpRequest.BodyPublishers.ofString(form(form)))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static String form(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(each -> each.getKey() + "=" + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private static Map<String, String> parametersOf(HttpResponse<String> answer) {
        URI location = URI.create(answer.headers().firstValue("Location").orElseThrow());
        return Ask.parameters(location.getRawQuery());
    }

    private static String error(HttpResponse<String> answer) throws IOException {
        assertEquals(400, answer.statusCode());
        return String.valueOf(Json.object(answer.body()).get("error"));
    }

    /** A clock that stands where it was put. */
    private static final class MovedClock extends Clock {
        private volatile Instant now = START;

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
