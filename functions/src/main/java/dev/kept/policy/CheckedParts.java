package dev.kept.policy;

import dev.kept.json.Trees;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.AbstractMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * The members of a policy that the build has checked, each read when it is asked for: reading all of the file would take
 * a cold start longer than most functions take for their work. The first line is the length and the CRC-32 of the file,
 * which tell another file that was put in its place, and not one that was forged. After it comes a line for each member:
 * its name, a space and its JSON.
 */
final class CheckedParts extends AbstractMap<String, Object> {
    private final String mark;
    private final Map<String, String> members = new LinkedHashMap<>();

    private CheckedParts(String text) {
        var end = text.indexOf('\n');
        mark = text.substring(0, end);
        for (var from = end + 1; from < text.length(); from = end + 1) {
            end = text.indexOf('\n', from);
            var space = text.indexOf(' ', from);
            members.put(text.substring(from, space), text.substring(space + 1, end));
        }
    }

    static CheckedParts of(byte[] bytes) {
        return new CheckedParts(new String(bytes, StandardCharsets.UTF_8));
    }

    /** The parts of a policy that has no fault, as bytes to be written beside it. */
    static byte[] write(byte[] policy) {
        var text = new StringBuilder(mark(policy)).append('\n');
        try {
            var members = (Map<?, ?>) Objects.requireNonNull(Trees.read(new ByteArrayInputStream(policy)));
            for (var member : members.entrySet()) {
                // a line of JSON has no line break in it: within a string it is escaped
                text.append(member.getKey())
                        .append(' ')
                        .append(Trees.write(member.getValue()))
                        .append('\n');
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** Whether they are those of this file, as far as its length and checksum tell. */
    boolean areOf(byte[] policy) {
        return mark.equals(mark(policy));
    }

    @Override
    public @Nullable Object get(Object key) {
        var json = members.get(key);
        try {
            return json == null ? null : Trees.read(json);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Override
    public boolean containsKey(Object key) {
        return members.containsKey(key);
    }

    @Override
    public Set<Entry<String, Object>> entrySet() {
        var all = new LinkedHashMap<String, Object>();
        members.keySet().forEach(key -> all.put(key, get(key)));
        return all.entrySet();
    }

    private static String mark(byte[] bytes) {
        // not a digest, which takes an interpreting virtual machine longer than reading the parts
        var check = new CRC32();
        check.update(bytes);
        return bytes.length + "-" + Long.toHexString(check.getValue());
    }
}
