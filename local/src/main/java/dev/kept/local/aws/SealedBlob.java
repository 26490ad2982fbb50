package dev.kept.local.aws;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Map;
import java.util.SortedMap;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;

/** A ciphertext as the local KMS gives it out: it names its key, and opens only under the context it was sealed with. */
final class SealedBlob {
    private static final int NONCE = 12;

    private final String keyId;
    private final byte[] nonce;
    private final byte[] sealed;

    private SealedBlob(String keyId, byte[] nonce, byte[] sealed) {
        this.keyId = keyId;
        this.nonce = nonce;
        this.sealed = sealed;
    }

    static SealedBlob seal(LocalKey key, byte[] plain, SortedMap<String, String> context, SecureRandom random) {
        byte[] nonce = new byte[NONCE];
        random.nextBytes(nonce);
        try {
            return new SealedBlob(
                    key.keyId(),
                    nonce,
                    cipher(Cipher.ENCRYPT_MODE, key, nonce, context).doFinal(plain));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static SealedBlob read(byte[] blob) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(blob))) {
            String keyId = in.readUTF();
            byte[] nonce = in.readNBytes(NONCE);
            return new SealedBlob(keyId, nonce, in.readAllBytes());
        } catch (IOException e) {
            throw unreadable();
        }
    }

    String keyId() {
        return keyId;
    }

    byte[] bytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeUTF(keyId);
            out.write(nonce);
            out.write(sealed);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    byte[] open(LocalKey key, SortedMap<String, String> context) {
        try {
            return cipher(Cipher.DECRYPT_MODE, key, nonce, context).doFinal(sealed);
        } catch (GeneralSecurityException e) {
            throw unreadable();
        }
    }

    private static Cipher cipher(int mode, LocalKey key, byte[] nonce, SortedMap<String, String> context)
            throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key.secret(), new GCMParameterSpec(128, nonce));
        cipher.updateAAD(encoded(context));
        return cipher;
    }

    /** With lengths, so that no two contexts read the same. */
    private static byte[] encoded(SortedMap<String, String> context) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            for (Map.Entry<String, String> entry : context.entrySet()) {
                out.writeUTF(entry.getKey());
                out.writeUTF(entry.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static AwsFault unreadable() {
        return new AwsFault("InvalidCiphertextException", "The ciphertext or its encryption context is not right.");
    }
}
