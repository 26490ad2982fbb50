package dev.kept.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class CallSignatureTest {
    private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");
    private static final byte[] BODY = "{\"a\":1}".getBytes(StandardCharsets.UTF_8);

    private final CallSignature ours = new CallSignature("a secret");
    private final String signature = ours.sign(NOW.toString(), "POST", "/requests", BODY);

    @Test
    void whoHasTheSecretVerifiesTheCall() {
        assertTrue(ours.verifies(signature, NOW.toString(), "POST", "/requests", BODY, NOW));
        assertFalse(new CallSignature("another").verifies(signature, NOW.toString(), "POST", "/requests", BODY, NOW));
    }

    /** A receiver in another language makes the same, with openssl dgst -sha256 -hmac "a secret". */
    @Test
    void theSignatureIsAnHmacOfFourParts() {
        assertEquals("v1=a34972bc3e37219922a7d08b06fce4eb46a8f4a8e64c930370da128e3e2a6406", signature);
    }

    @Test
    void nothingOfTheCallCanBeExchanged() {
        var other = "{\"a\":2}".getBytes(StandardCharsets.UTF_8);

        assertFalse(ours.verifies(signature, NOW.plusSeconds(1).toString(), "POST", "/requests", BODY, NOW));
        assertFalse(ours.verifies(signature, NOW.toString(), "GET", "/requests", BODY, NOW));
        assertFalse(ours.verifies(signature, NOW.toString(), "POST", "/requests/1", BODY, NOW));
        assertFalse(ours.verifies(signature, NOW.toString(), "POST", "/requests", other, NOW));
    }

    @Test
    void anOldCallDoesNotCountAgain() {
        var later = NOW.plus(CallSignature.FRESH);

        assertTrue(ours.verifies(signature, NOW.toString(), "POST", "/requests", BODY, later));
        assertFalse(ours.verifies(signature, NOW.toString(), "POST", "/requests", BODY, later.plusSeconds(1)));
        assertFalse(
                ours.verifies(signature, NOW.toString(), "POST", "/requests", BODY, NOW.minus(Duration.ofMinutes(6))));
        assertFalse(ours.verifies(signature, "now", "POST", "/requests", BODY, NOW));
    }
}
