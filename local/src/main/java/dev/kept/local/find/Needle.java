package dev.kept.local.find;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.zip.ZipInputStream;

/** A text that is looked for, in whatever disguise: any case, percent-encoded, in hexadecimal digits, base64 at any offset, within a ZIP. */
public final class Needle {
    private final String plain;
    private final Set<String> encoded = new LinkedHashSet<>();
    private final Set<String> base64 = new LinkedHashSet<>();

    public Needle(String text) {
        plain = comparable(text.getBytes(StandardCharsets.UTF_8));
        var percent = URLEncoder.encode(text, StandardCharsets.UTF_8).toLowerCase(Locale.ROOT);
        encoded.add(percent);
        encoded.add(percent.replace("+", "%20"));
        encoded.add(escaped(text).toLowerCase(Locale.ROOT));
        encoded.add(hex(text));
        encoded.add(hex(text.toLowerCase(Locale.ROOT)));
        addBase64(text);
        addBase64(text.toLowerCase(Locale.ROOT));
    }

    /** Bytes as characters, one for one, so that binary and text are searched alike. */
    private static String comparable(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
    }

    private static String escaped(String text) {
        var escaped = new StringBuilder();
        text.chars()
                .forEach(character -> escaped.append(
                        character < 128 ? Character.toString(character) : String.format("\\u%04x", character)));
        return escaped.toString();
    }

    private static String hex(String text) {
        return HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8));
    }

    /** What of it is the same whatever stands before and after it: three ways to fall into groups of three bytes. */
    private void addBase64(String text) {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        for (int before = 0; before < 3; before++) {
            var padded = new byte[before + bytes.length];
            System.arraycopy(bytes, 0, padded, before, bytes.length);
            var code = Base64.getEncoder().withoutPadding().encodeToString(padded);
            var from = before == 0 ? 0 : before + 1;
            var until = padded.length % 3 == 0 ? code.length() : code.length() - 1;
            // shorter than this it would be found by chance
            if (until - from >= 8) {
                base64.add(code.substring(from, until));
                base64.add(code.substring(from, until).replace('+', '-').replace('/', '_'));
            }
        }
    }

    public boolean isIn(String text) {
        return isIn(text.getBytes(StandardCharsets.UTF_8));
    }

    public boolean isIn(byte[] bytes) {
        var lower = comparable(bytes);
        if (lower.contains(plain) || encoded.stream().anyMatch(lower::contains)) {
            return true;
        }
        var exact = new String(bytes, StandardCharsets.ISO_8859_1).replaceAll("\r?\n", "");
        return base64.stream().anyMatch(exact::contains) || isInZip(bytes);
    }

    private boolean isInZip(byte[] bytes) {
        if (bytes.length < 4 || bytes[0] != 'P' || bytes[1] != 'K') {
            return false;
        }
        try (var zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (isIn(entry.getName()) || isIn(zip.readAllBytes())) {
                    return true;
                }
            }
        } catch (IOException notZip) {
            // looks like one and is none: its bytes have been searched as they are
        }
        return false;
    }
}
