package dev.kept.staff;

import dev.kept.http.Call;
import dev.kept.http.Json;
import dev.kept.http.ProblemFound;
import dev.kept.http.ProblemKind;
import dev.kept.person.Ids;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Signs staff in with a browser: OpenID Connect's code flow with PKCE (RFC 7636). Nothing is stored here: what one
 * sign-in has to remember is in a cookie of that browser, and the session is the provider's own token.
 */
public final class SignIn {
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    /** What browsers keep in one cookie, with its name and attributes. */
    private static final int LONGEST_SESSION = 3_900;

    private final Provider provider;
    private final StaffTokens tokens;
    private final Client client;
    private final Ids ids;
    private final Clock clock;
    private final Web web = new Web();

    public SignIn(Provider provider, StaffTokens tokens, Client client, Ids ids, Clock clock) {
        this.provider = provider;
        this.tokens = tokens;
        this.client = client;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * What the provider knows this stack as.
     *
     * @param secret absent where the provider asks for none, since PKCE is enough
     */
    public record Client(String id, Optional<String> secret, String baseUrl) {
        String redirect() {
            return baseUrl + "/staff/callback";
        }
        @Override
        public String toString() {
            return "Client[" + id + "]";
        }
    }

    /** Where to send the browser, and the cookie to give it along. */
    record Begun(String address, String cookie) {
        @Override
        public String toString() {
            return "Begun[secret]";
        }
    }

    Begun begin() {
        var state = ids.next();
        var nonce = ids.next();
        var verifier = ids.next() + ids.next();
        var asked = new LinkedHashMap<String, String>();
        asked.put("response_type", "code");
        asked.put("client_id", client.id());
        asked.put("redirect_uri", client.redirect());
        asked.put("scope", "openid profile");
        asked.put("state", state);
        asked.put("nonce", nonce);
        asked.put("code_challenge", challenge(verifier));
        asked.put("code_challenge_method", "S256");
        var endpoint = provider.endpoints().authorization();
        var query = asked.entrySet().stream()
                .map(field -> field.getKey() + "=" + Web.encoded(field.getValue()))
                .collect(Collectors.joining("&"));
        return new Begun(
                endpoint + (endpoint.contains("?") ? "&" : "?") + query,
                Cookies.set(Cookies.SIGN_IN, state + "." + nonce + "." + verifier, PATIENCE));
    }

    /** The session's cookie for a browser that comes back from the provider. */
    String finish(Call call) {
        var remembered = Cookies.find(call, Cookies.SIGN_IN).orElse("").split("\\.", -1);
        if (remembered.length != 3
                || !same(remembered[0], call.asked("state").orElse(""))
                || call.asked("iss")
                        .filter(iss -> !iss.equals(provider.issuer()))
                        .isPresent()) {
            throw again();
        }
        var token = exchange(call.asked("code").orElseThrow(SignIn::again), remembered[2]);
        var identity = tokens.verified(token)
                .filter(found -> same(remembered[1], found.nonce()))
                .orElseThrow(SignIn::again);
        if (identity.role().isEmpty()) {
            throw new ProblemFound(
                    ProblemKind.FORBIDDEN, "Ask whoever manages the identity provider for a role in Kept.");
        }
        if (token.length() > LONGEST_SESSION) {
            throw new ProblemFound(
                    ProblemKind.UNAVAILABLE,
                    "The identity provider's token is too long for a cookie: have claims that Kept does not need left "
                            + "out of it.");
        }
        return Cookies.set(Cookies.SESSION, token, Duration.between(clock.instant(), identity.expires()));
    }

    private String exchange(String code, String verifier) {
        var form = new LinkedHashMap<String, String>();
        form.put("grant_type", "authorization_code");
        form.put("code", code);
        form.put("redirect_uri", client.redirect());
        form.put("client_id", client.id());
        form.put("code_verifier", verifier);
        var headers = client.secret()
                .map(secret -> Map.of("Authorization", basic(client.id(), secret)))
                .orElse(Map.of());
        try {
            return Json.string(web.post(provider.endpoints().exchange(), headers, form), "id_token");
        } catch (Web.ProviderRefused used) {
            throw again();
        }
    }

    /** RFC 6749, 2.3.1: both parts are form-encoded before they are joined. */
    private static String basic(String id, String secret) {
        var pair = Web.encoded(id) + ":" + Web.encoded(secret);
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.US_ASCII));
    }

    private static String challenge(String verifier) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }

    private static boolean same(String expected, String given) {
        return !expected.isEmpty()
                && MessageDigest.isEqual(
                        expected.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    }

    private static ProblemFound again() {
        return new ProblemFound(
                ProblemKind.UNAUTHENTICATED, "Start again from /staff; a sign-in works once and within ten minutes.");
    }
}
