package dev.kept.staff;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Verifies the tokens of the staff's identity provider (OpenID Connect Core 1.0, 3.1.3.7). */
public final class StaffTokens {
    private static final Set<JWSAlgorithm> ALGORITHMS = Set.of(JWSAlgorithm.RS256, JWSAlgorithm.ES256);
    /** How far the provider's clock may be ahead of ours. */
    private static final Duration AHEAD = Duration.ofSeconds(30);
    /** Longer than any token that fits into a header of API Gateway. */
    private static final int LONGEST = 10_240;

    private final Provider provider;
    private final String audience;
    private final UnaryOperator<String> code;
    private final Clock clock;

    /**
     * Trusts one provider.
     *
     * @param code how a person is named here, given the provider's id of her
     */
    public StaffTokens(Provider provider, String audience, UnaryOperator<String> code, Clock clock) {
        this.provider = provider;
        this.audience = audience;
        this.code = code;
        this.clock = clock;
    }

    /** Who the token says it is; empty for any token that is not the provider's, for us, and for now. */
    Optional<Identity> verified(String token) {
        if (token.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            var signed = SignedJWT.parse(token);
            var claims = signed.getJWTClaimsSet();
            // the claims first: a token of somebody else's must not make us ask the provider for keys
            return isForUs(claims) && isForNow(claims) && isSigned(signed)
                    ? Optional.of(Identity.of(claims, code))
                    : Optional.empty();
        } catch (ParseException malformed) {
            return Optional.empty();
        }
    }

    private boolean isForUs(JWTClaimsSet claims) {
        return provider.issuer().equals(claims.getIssuer())
                && claims.getAudience().contains(audience)
                && claims.getSubject() != null
                && !claims.getSubject().isEmpty();
    }

    private boolean isForNow(JWTClaimsSet claims) {
        var now = clock.instant();
        var expires = claims.getExpirationTime();
        var from = claims.getNotBeforeTime();
        return expires != null
                && now.isBefore(expires.toInstant())
                && (from == null || !now.plus(AHEAD).isBefore(from.toInstant()));
    }

    private boolean isSigned(SignedJWT token) {
        if (!ALGORITHMS.contains(token.getHeader().getAlgorithm())) {
            return false;
        }
        var keys = matching(token, provider.keys());
        if (keys.isEmpty()) {
            keys = provider.newKeys().map(read -> matching(token, read)).orElse(List.of());
        }
        return keys.stream().anyMatch(key -> isSignedBy(key, token));
    }

    private static List<JWK> matching(SignedJWT token, JWKSet keys) {
        return new JWKSelector(JWKMatcher.forJWSHeader(token.getHeader())).select(keys);
    }

    private static boolean isSignedBy(JWK key, SignedJWT token) {
        try {
            return token.verify(verifier(key));
        } catch (JOSEException unusable) {
            return false;
        }
    }

    private static JWSVerifier verifier(JWK key) throws JOSEException {
        return key instanceof ECKey curve ? new ECDSAVerifier(curve) : new RSASSAVerifier((RSAKey) key);
    }
}
