package dev.kept.local.identity;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * An OpenID Connect provider for staff: the code flow with PKCE, discovery and keys.
 *
 * <p>It is mounted under the path of its issuer on a server of somebody else's, by {@link #handle} or {@link #answer}.
 */
public final class IdentityProvider {
    private static final Duration SESSION = Duration.ofHours(1);
    /** For checks that move the clock by months and keep their token. */
    private static final Duration YEAR = Duration.ofDays(366);

    private final URI issuer;
    private final String clientId;
    private final Set<URI> redirects;
    private final Tokens tokens;
    private final Grants grants;

    public IdentityProvider(URI issuer, String clientId, Set<URI> redirects, Clock clock) {
        this.issuer = issuer;
        this.clientId = clientId;
        this.redirects = Set.copyOf(redirects);
        this.tokens = new Tokens(issuer, clientId, clock);
        this.grants = new Grants(clock);
    }

    /** A token without the page, for anybody in any role; another role or an odd name is an IllegalArgumentException. */
    public String token(String person, String role) {
        return tokens.issue(Staff.of(person, role), YEAR, "");
    }

    /** Makes the signing key now, so that the first to sign in does not wait for it. */
    public void warm() {
        tokens.publicKeys();
    }

    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            String path = exchange.getRequestURI().getPath();
            String below = path.startsWith(issuer.getPath())
                    ? path.substring(issuer.getPath().length())
                    : path;
            String method = exchange.getRequestMethod();
            String languages = exchange.getRequestHeaders().getFirst("Accept-Language");
            Reply reply = answer(new Ask(
                    method,
                    below,
                    Ask.parameters(
                            "POST".equals(method)
                                    ? body
                                    : exchange.getRequestURI().getRawQuery()),
                    languages == null ? "" : languages));
            reply.headers().forEach(exchange.getResponseHeaders()::set);
            byte[] bytes = reply.body().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(reply.status(), bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    public Reply answer(Ask ask) {
        return switch (ask.method() + " " + ask.path()) {
            case "GET /.well-known/openid-configuration" -> Reply.json(200, discovery());
            case "GET /jwks.json" -> Reply.json(200, tokens.publicKeys());
            case "GET /authorize", "POST /authorize" -> authorize(ask);
            case "POST /token" -> exchange(ask);
            default -> Reply.text(404, "There is nothing here.");
        };
    }

    private Map<String, Object> discovery() {
        return Map.of(
                "issuer", issuer.toString(),
                "authorization_endpoint", issuer + "/authorize",
                "token_endpoint", issuer + "/token",
                "jwks_uri", issuer + "/jwks.json",
                "response_types_supported", List.of("code"),
                "subject_types_supported", List.of("public"),
                "id_token_signing_alg_values_supported", List.of("RS256"),
                "scopes_supported", List.of("openid"),
                "code_challenge_methods_supported", List.of("S256"),
                "token_endpoint_auth_methods_supported", List.of("none"));
    }

    private Reply authorize(Ask ask) {
        String redirect = ask.get("redirect_uri");
        boolean known = redirects.stream().anyMatch(each -> each.toString().equals(redirect));
        if (!known || !clientId.equals(ask.get("client_id"))) {
            // Never sent on: an address that is not known may be anybody's.
            return Reply.text(400, "This client or its redirect address is not known here.");
        }
        Optional<String> fault = fault(ask);
        if (fault.isPresent()) {
            return back(ask, "error", fault.get());
        }
        if ("GET".equals(ask.method())) {
            return SignInPage.of(ask, issuer.getPath() + "/authorize");
        }
        return Staff.sample(ask.get("person"))
                .map(staff -> grants.add(staff, redirect, ask.get("code_challenge"), ask.get("nonce")))
                .map(code -> back(ask, "code", code))
                .orElseGet(() -> back(ask, "error", "access_denied"));
    }

    private static Optional<String> fault(Ask ask) {
        if (!"code".equals(ask.get("response_type"))) {
            return Optional.of("unsupported_response_type");
        }
        if (!List.of(ask.get("scope").split(" ", -1)).contains("openid")) {
            return Optional.of("invalid_scope");
        }
        boolean proof = "S256".equals(ask.get("code_challenge_method"))
                && ask.get("code_challenge").matches("[A-Za-z0-9_-]{43}");
        return proof ? Optional.empty() : Optional.of("invalid_request");
    }

    private Reply back(Ask ask, String name, String value) {
        String redirect = ask.get("redirect_uri");
        String state = ask.get("state").isEmpty() ? "" : "&state=" + encoded(ask.get("state"));
        return Reply.redirect(redirect + (redirect.contains("?") ? "&" : "?") + name + "=" + encoded(value) + state
                + "&iss=" + encoded(issuer.toString()));
    }

    private Reply exchange(Ask ask) {
        if (!"authorization_code".equals(ask.get("grant_type"))) {
            return Reply.fault("unsupported_grant_type", "grant_type is authorization_code.");
        }
        if (!clientId.equals(ask.get("client_id"))) {
            return Reply.fault("invalid_client", "This client is not known here.");
        }
        return grants.take(ask.get("code"), ask.get("redirect_uri"), ask.get("code_verifier"))
                .map(this::tokens)
                .orElseGet(() -> Reply.fault("invalid_grant", "The code is used, too old or not this client's."));
    }

    private Reply tokens(Grant grant) {
        return Reply.json(
                200,
                Map.of(
                        "access_token", tokens.issue(grant.staff(), SESSION, ""),
                        "id_token", tokens.issue(grant.staff(), SESSION, grant.nonce()),
                        "token_type", "Bearer",
                        "expires_in", SESSION.toSeconds()));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
