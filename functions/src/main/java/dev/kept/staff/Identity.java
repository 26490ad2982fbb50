package dev.kept.staff;

import com.nimbusds.jwt.JWTClaimsSet;
import java.time.Instant;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Who a verified token says it is.
 *
 * @param subject a code for the person, the same at every sign-in
 * @param name how pages address the person, empty where the provider does not say
 * @param role empty where the person has none here
 * @param nonce what binds an id token to one sign-in, empty in other tokens
 * @param expires when the token ends
 */
record Identity(String subject, String name, Optional<StaffRole> role, String nonce, Instant expires) {
    private static final int LONGEST_NAME = 100;

    static Identity of(JWTClaimsSet claims, UnaryOperator<String> code) {
        return new Identity(
                code.apply(claims.getSubject()),
                shortened(text(claims, "name")),
                StaffRole.of(text(claims, "kept_role")),
                text(claims, "nonce"),
                claims.getExpirationTime().toInstant());
    }

    private static String text(JWTClaimsSet claims, String name) {
        return claims.getClaim(name) instanceof String found ? found : "";
    }

    private static String shortened(String name) {
        var clean = name.replaceAll("\\p{Cntrl}", " ").strip();
        return clean.length() > LONGEST_NAME ? clean.substring(0, LONGEST_NAME) : clean;
    }

    @Override
    public String toString() {
        return "Identity[" + role.map(StaffRole::word).orElse("no role") + "]";
    }
}
