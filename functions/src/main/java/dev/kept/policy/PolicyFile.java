package dev.kept.policy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** A policy as it lies on the class path, beside the SHA-256 of the file that the build has checked. */
final class PolicyFile {
    static final String DIGEST = ".sha256";

    private final byte[] bytes;
    private final byte @Nullable [] checked;

    PolicyFile(byte[] bytes, byte @Nullable [] checked) {
        this.bytes = bytes;
        this.checked = checked;
    }

    static @Nullable PolicyFile find(String id) {
        var bytes = read("/policies/" + id + ".json");
        return bytes == null ? null : new PolicyFile(bytes, read("/policies/" + id + DIGEST));
    }

    String text() {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** Whether it is what the build has checked; a file that was put in its place since then is not. */
    boolean isChecked() {
        return checked != null && MessageDigest.isEqual(checked, digest(bytes));
    }

    /** The digest in hexadecimal digits, as ASCII. */
    static byte[] digest(byte[] bytes) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(bytes);
            return HexFormat.of().formatHex(digest).getBytes(StandardCharsets.US_ASCII);
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException("Every Java platform has SHA-256", absent);
        }
    }

    private static byte @Nullable [] read(String name) {
        try (var file = PolicyFile.class.getResourceAsStream(name)) {
            return file == null ? null : file.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
