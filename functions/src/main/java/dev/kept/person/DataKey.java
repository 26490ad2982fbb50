package dev.kept.person;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.random.RandomGenerator;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * The key under which one owner's data of one class are sealed: AES-256-GCM, a fresh nonce of 96 bits each time, bound
 * to the place where the sealed text stands, so that it opens nowhere else.
 */
public final class DataKey {
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    private final SecretKeySpec key;
    private final RandomGenerator random;

    DataKey(byte[] plain, RandomGenerator random) {
        this.key = new SecretKeySpec(plain, "AES");
        this.random = random;
    }

    /**
     * Seals a text.
     *
     * @param place where it will stand, such as a table's key; not secret, and needed again to open it
     */
    public byte[] seal(String text, String place) {
        return seal(text.getBytes(StandardCharsets.UTF_8), place);
    }

    public byte[] seal(byte[] plain, String place) {
        var nonce = new byte[NONCE];
        random.nextBytes(nonce);
        var sealed = run(Cipher.ENCRYPT_MODE, nonce, plain, place);
        return ByteBuffer.allocate(NONCE + sealed.length).put(nonce).put(sealed).array();
    }

    /**
     * Opens what was sealed for that place.
     *
     * @throws CannotOpen when it was sealed under another key, for another place, or has been changed
     */
    public byte[] open(byte[] sealed, String place) {
        return run(
                Cipher.DECRYPT_MODE,
                Arrays.copyOf(sealed, NONCE),
                Arrays.copyOfRange(sealed, NONCE, Math.max(NONCE, sealed.length)),
                place);
    }

    public String openText(byte[] sealed, String place) {
        return new String(open(sealed, place), StandardCharsets.UTF_8);
    }

    /**
     * The keyed hash (HMAC-SHA-256) of a text: tells whether two texts are the same to whoever has this key, and nothing to
     * anybody else, not even of a text so short that one could try them all. Once the key is shredded it tells nobody.
     *
     * @param place what the text is, so that the same text elsewhere has another hash
     */
    public String mac(String text, String place) {
        var own = mac(key.getEncoded(), "kept keyed hash");
        return Base64.getUrlEncoder().withoutPadding().encodeToString(mac(own, place + "\n" + text));
    }

    private static byte[] mac(byte[] key, String text) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private byte[] run(int mode, byte[] nonce, byte[] input, String place) {
        try {
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(place.getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(input);
        } catch (GeneralSecurityException refused) {
            throw new CannotOpen(place, refused);
        }
    }

    /** Sealed data that do not open; names the place and nothing of what stands there. */
    public static final class CannotOpen extends RuntimeException {
        CannotOpen(String place, Throwable cause) {
            super("what stands at " + place + " does not open with its key", cause);
        }
    }
}
