package dev.kept.local.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Signs what the provider says about somebody, with a key that is made when it is first needed. */
final class Tokens {
    private final URI issuer;
    private final String audience;
    private final Clock clock;
    private @Nullable RSAKey key;

    Tokens(URI issuer, String audience, Clock clock) {
        this.issuer = issuer;
        this.audience = audience;
        this.clock = clock;
    }

    Map<String, Object> publicKeys() {
        return new JWKSet(key()).toJSONObject();
    }

    String issue(Staff staff, Duration life, String nonce) {
        Instant now = clock.instant();
        JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder()
                .issuer(issuer.toString())
                .audience(audience)
                .subject(staff.id())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(life)))
                .claim("name", staff.name())
                .claim("email", staff.email())
                .claim("kept_role", staff.role());
        if (!nonce.isEmpty()) {
            claims.claim("nonce", nonce);
        }
        return signed(claims.build());
    }

    private String signed(JWTClaimsSet claims) {
        RSAKey signing = key();
        JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.RS256)
                .type(JOSEObjectType.JWT)
                .keyID(signing.getKeyID())
                .build();
        SignedJWT token = new SignedJWT(header, claims);
        try {
            token.sign(new RSASSASigner(signing));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        return token.serialize();
    }

    private synchronized RSAKey key() {
        RSAKey made = key;
        if (made == null) {
            try {
                made = new RSAKeyGenerator(2048)
                        .keyUse(KeyUse.SIGNATURE)
                        .algorithm(JWSAlgorithm.RS256)
                        .keyIDFromThumbprint(true)
                        .generate();
            } catch (JOSEException e) {
                throw new IllegalStateException(e);
            }
            key = made;
        }
        return made;
    }
}
