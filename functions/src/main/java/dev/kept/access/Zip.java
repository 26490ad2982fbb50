package dev.kept.access;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A ZIP file that is written as it is made, so that it may be larger than memory. It remembers the hash of each file, and
 * lets no name climb out of the folder.
 */
final class Zip {
    private final ZipOutputStream zip;
    private final Map<String, String> hashes = new LinkedHashMap<>();

    Zip(OutputStream out) {
        zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
    }

    /** What a file holds. */
    interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    void add(String name, String text) {
        add(name, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
    }

    void add(String name, Content content) {
        try {
            var entry = new ZipEntry(free(name));
            entry.setTime(0L);
            zip.putNextEntry(entry);
            var digest = Upload.sha256();
            content.writeTo(new DigestOutputStream(zip, digest));
            zip.closeEntry();
            hashes.put(entry.getName(), HexFormat.of().formatHex(digest.digest()));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** The SHA-256 of each file so far, in the order of adding. */
    Map<String, String> files() {
        return new LinkedHashMap<>(hashes);
    }

    /** Writes the end of it; where it is written to stays open. */
    void finish() {
        try {
            zip.finish();
            zip.flush();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** A document's own name as a file name: letters, digits, dots, dashes; no folder, no leading dot. */
    static String safe(String name) {
        var safe = name.replaceAll("[^\\p{L}\\p{N}._-]", "_")
                .replaceAll("\\.{2,}", ".")
                .replaceAll("^\\.+", "");
        return safe.isEmpty() ? "document" : safe.substring(Math.max(0, safe.length() - 120));
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
