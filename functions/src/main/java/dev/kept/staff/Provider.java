package dev.kept.staff;

import com.nimbusds.jose.jwk.JWKSet;
import dev.kept.http.Json;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The staff's identity provider, as its discovery document describes it (OpenID Connect Discovery 1.0). What was read is
 * kept for some minutes.
 */
public final class Provider {
    private static final Duration KEPT = Duration.ofMinutes(10);
    /** Keys are not read again sooner, so that forged tokens cannot make us hammer the provider. */
    private static final Duration PAUSE = Duration.ofSeconds(30);

    private final String issuer;
    private final Web web;
    private final Clock clock;
    private volatile @Nullable Endpoints endpoints;
    private volatile @Nullable Keys keys;

    public Provider(String issuer, Clock clock) {
        this.issuer = issuer;
        this.web = new Web();
        this.clock = clock;
    }

    /** Where the provider answers what. */
    record Endpoints(String authorization, String exchange, String keys, Instant read) {}

    private record Keys(JWKSet set, Instant read) {}

    String issuer() {
        return issuer;
    }

    Endpoints endpoints() {
        var known = endpoints;
        if (known == null || isOlder(known.read(), KEPT)) {
            known = discover();
            endpoints = known;
        }
        return known;
    }

    JWKSet keys() {
        var known = keys;
        return known == null || isOlder(known.read(), KEPT) ? readKeys() : known.set();
    }

    /** The keys read anew, for a key that was not among them; empty when they have just been read. */
    Optional<JWKSet> newKeys() {
        var known = keys;
        return known == null || isOlder(known.read(), PAUSE) ? Optional.of(readKeys()) : Optional.empty();
    }

    private JWKSet readKeys() {
        try {
            var set = JWKSet.parse(web.get(endpoints().keys()));
            keys = new Keys(set, clock.instant());
            return set;
        } catch (ParseException malformed) {
            throw new Web.ProviderUnavailable("shows no set of keys");
        }
    }

    private Endpoints discover() {
        var base = issuer.endsWith("/") ? issuer.substring(0, issuer.length() - 1) : issuer;
        var document = web.get(base + "/.well-known/openid-configuration");
        if (!issuer.equals(document.get("issuer"))) {
            throw new Web.ProviderUnavailable("is of another name than STAFF_ISSUER");
        }
        return new Endpoints(
                Json.string(document, "authorization_endpoint"),
                Json.string(document, "token_endpoint"),
                Json.string(document, "jwks_uri"),
                clock.instant());
    }

    private boolean isOlder(Instant read, Duration age) {
        return !clock.instant().isBefore(read.plus(age));
    }
}
