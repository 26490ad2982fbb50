package dev.kept.policy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** A policy as it lies on the class path, with what the build has left beside it. */
final class PolicyFile {
    static final String CHECKED = ".checked";

    private final byte[] bytes;
    private final byte @Nullable [] checked;

    PolicyFile(byte[] bytes, byte @Nullable [] checked) {
        this.bytes = bytes;
        this.checked = checked;
    }

    static @Nullable PolicyFile find(String id) {
        var bytes = read("/policies/" + id + ".json");
        return bytes == null ? null : new PolicyFile(bytes, read("/policies/" + id + CHECKED));
    }

    String text() {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** Its parts where it is what the build has checked; a file that was put in its place since then has none. */
    @Nullable
    CheckedParts checkedParts() {
        if (checked == null) {
            return null;
        }
        var parts = CheckedParts.of(checked);
        return parts.areOf(bytes) ? parts : null;
    }

    private static byte @Nullable [] read(String name) {
        try (var file = PolicyFile.class.getResourceAsStream(name)) {
            return file == null ? null : file.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
