package dev.kept.staff;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.kept.http.Json;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** An identity provider that shows its keys and exchanges one code, and signs whatever a test wants signed. */
final class SampleProvider implements AutoCloseable {
    static final String AUDIENCE = "kept";
    static final Instant NOW = Instant.parse("2026-11-22T09:00:00Z");

    private final HttpServer server;
    private final AtomicInteger keysRead = new AtomicInteger();
    private final Map<String, Object> tokenAnswer = new ConcurrentHashMap<>();
    private volatile String tokenForm = "";
    private volatile JWKSet shown;

    SampleProvider(JWK... keys) {
        shown = new JWKSet(java.util.List.of(keys));
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
        server.createContext("/", this::answer);
        server.start();
    }

    String issuer() {
        return "http://localhost:" + server.getAddress().getPort() + "/id";
    }

    void show(JWK... keys) {
        shown = new JWKSet(java.util.List.of(keys));
    }

    int keysRead() {
        return keysRead.get();
    }

    void exchangesFor(String idToken) {
        tokenAnswer.put("id_token", idToken);
    }

    /** The form in which the last code was exchanged. */
    String tokenForm() {
        return tokenForm;
    }

    JWTClaimsSet.Builder claims() {
        return new JWTClaimsSet.Builder()
                .issuer(issuer())
                .audience(AUDIENCE)
                .subject("agnes")
                .expirationTime(Date.from(NOW.plusSeconds(3600)))
                .claim("name", "Agnès")
                .claim("kept_role", "agent");
    }

    static RSAKey rsaKey(String id) {
        try {
            return new RSAKeyGenerator(2048).keyID(id).generate();
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static ECKey curveKey(String id) {
        try {
            return new ECKeyGenerator(Curve.P_256).keyID(id).generate();
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static String signed(JWK key, JWTClaimsSet.Builder claims) {
        try {
            var algorithm = key instanceof ECKey ? JWSAlgorithm.ES256 : JWSAlgorithm.RS256;
            var token = new SignedJWT(
                    new JWSHeader.Builder(algorithm).keyID(key.getKeyID()).build(), claims.build());
            token.sign(key instanceof ECKey curve ? new ECDSASigner(curve) : new RSASSASigner((RSAKey) key));
            return token.serialize();
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var tree = switch (exchange.getRequestURI().getPath()) {
                case "/id/.well-known/openid-configuration" -> discovery();
                case "/id/keys" -> keys();
                case "/id/token" -> token(exchange);
                default -> Map.<String, Object>of();
            };
            var body = Json.text(tree).getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(tree.isEmpty() ? 400 : 200, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private Map<String, Object> discovery() {
        return Map.of(
                "issuer", issuer(),
                "authorization_endpoint", issuer() + "/authorize",
                "token_endpoint", issuer() + "/token",
                "jwks_uri", issuer() + "/keys");
    }

    private Map<String, Object> keys() {
        keysRead.incrementAndGet();
        return shown.toPublicJWKSet().toJSONObject();
    }

    private Map<String, Object> token(HttpExchange exchange) throws IOException {
        tokenForm = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        return tokenAnswer;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
