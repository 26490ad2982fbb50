package dev.kept.system;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs a call to a sub-processor, with the time in it, so that it can tell that Kept calls, and calls now. Whoever
 * receives such calls verifies with the same secret.
 */
public final class CallSignature {
    /** The header with the time of signing. */
    public static final String TIMESTAMP = "Kept-Timestamp";
    /** The header with the signature. */
    public static final String SIGNATURE = "Kept-Signature";
    /** How far from the receiver's clock the time of signing may be. */
    public static final Duration FRESH = Duration.ofMinutes(5);

    private static final String VERSION = "v1=";
    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec secret;

    public CallSignature(String secret) {
        this.secret = new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM);
    }

    /**
     * The signature of a call, for the header.
     *
     * @param path as it is sent, with what the base address has before it
     */
    public String sign(String timestamp, String method, String path, byte[] body) {
        return VERSION + HexFormat.of().formatHex(mac(timestamp + "\n" + method + "\n" + path + "\n", body));
    }

    /** Whether a call was signed with the secret, just now, and for exactly this. */
    public boolean verifies(String signature, String timestamp, String method, String path, byte[] body, Instant now) {
        try {
            var age = Duration.between(Instant.parse(timestamp), now).abs();
            var expected = sign(timestamp, method, path, body);
            return age.compareTo(FRESH) <= 0 && MessageDigest.isEqual(bytes(expected), bytes(signature));
        } catch (DateTimeException unreadable) {
            return false;
        }
    }

    /** A code of what was written, which nobody can make or undo without the secret. */
    byte[] mac(String written, byte[] rest) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(secret);
            mac.update(bytes(written));
            return mac.doFinal(rest);
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("Every Java platform has " + ALGORITHM, missing);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
