package dev.kept.local.identity;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;

/** What a code stands for until it is exchanged: who signed in, and what the exchange has to show. */
record Grant(Staff staff, String redirect, String challenge, String nonce, Instant expires) {
    boolean isFor(String redirectUri, String verifier, Instant now) {
        return now.isBefore(expires) && redirect.equals(redirectUri) && challenge.equals(challengeOf(verifier));
    }

    private static String challengeOf(String verifier) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
