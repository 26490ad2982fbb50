package dev.kept.access;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A ZIP file in the making. It remembers the hash of each file, and lets no name climb out of the folder. */
final class Zip {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final ZipOutputStream zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8);
    private final Map<String, String> hashes = new LinkedHashMap<>();

    void add(String name, String text) {
        add(name, text.getBytes(StandardCharsets.UTF_8));
    }

    void add(String name, byte[] content) {
        try {
            var entry = new ZipEntry(free(name));
            entry.setTime(0L);
            zip.putNextEntry(entry);
            zip.write(content);
            zip.closeEntry();
            hashes.put(entry.getName(), hash(content));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** The SHA-256 of each file so far, in the order of adding. */
    Map<String, String> files() {
        return new LinkedHashMap<>(hashes);
    }

    byte[] bytes() {
        try {
            zip.close();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    /** A document's own name as a file name: letters, digits, dots, dashes; no folder, no leading dot. */
    static String safe(String name) {
        var safe = name.replaceAll("[^\\p{L}\\p{N}._-]", "_")
                .replaceAll("\\.{2,}", ".")
                .replaceAll("^\\.+", "");
        return safe.isEmpty() ? "document" : safe.substring(Math.max(0, safe.length() - 120));
    }

    static String hash(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Two documents of one name become name and name-2. */
    private String free(String name) {
        var free = name;
        for (var n = 2; hashes.containsKey(free); n++) {
            var dot = name.lastIndexOf('.');
            free = dot > name.lastIndexOf('/')
                    ? name.substring(0, dot) + "-" + n + name.substring(dot)
                    : name + "-" + n;
        }
        return free;
    }
}
