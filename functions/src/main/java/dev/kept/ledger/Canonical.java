package dev.kept.ledger;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The one way to write a tree of JSON as text (RFC 8785), so that its hash is the same whoever computes it.
 *
 * <p>The tree is made of maps, lists, strings, booleans, nulls and whole numbers. Other numbers are refused, since two
 * languages may write them differently; so are whole numbers that a double cannot hold.
 */
public final class Canonical {
    private static final BigInteger LARGEST = BigInteger.valueOf((1L << 53) - 1);

    private Canonical() {}

    public static String json(@Nullable Object tree) {
        var text = new StringBuilder();
        write(tree, text);
        return text.toString();
    }

    /** The SHA-256 of the canonical text in UTF-8, as lower-case hexadecimal. */
    public static String sha256(@Nullable Object tree) {
        return Hash.of(json(tree));
    }

    private static void write(@Nullable Object value, StringBuilder text) {
        if (value instanceof Map<?, ?> object) {
            writeObject(object, text);
        } else if (value instanceof List<?> list) {
            writeList(list, text);
        } else if (value instanceof String string) {
            writeString(string, text);
        } else if (value == null || value instanceof Boolean) {
            text.append(value);
        } else {
            text.append(whole(value));
        }
    }

    private static void writeObject(Map<?, ?> object, StringBuilder text) {
        // String's own order is that of UTF-16 units, which RFC 8785 (3.2.3) asks for
        var sorted = new TreeMap<String, @Nullable Object>();
        object.forEach((name, value) -> {
            if (!(name instanceof String key)) {
                throw new IllegalArgumentException("a member's name has to be a string");
            }
            sorted.put(key, value);
        });
        var separator = '{';
        for (var member : sorted.entrySet()) {
            text.append(separator);
            writeString(member.getKey(), text);
            text.append(':');
            write(member.getValue(), text);
            separator = ',';
        }
        text.append(sorted.isEmpty() ? "{}" : "}");
    }

    private static void writeList(List<?> list, StringBuilder text) {
        text.append('[');
        for (var index = 0; index < list.size(); index++) {
            if (index > 0) {
                text.append(',');
            }
            write(list.get(index), text);
        }
        text.append(']');
    }

    private static BigInteger whole(Object value) {
        if (!(value instanceof Long
                || value instanceof Integer
                || value instanceof Short
                || value instanceof Byte
                || value instanceof BigInteger)) {
            throw new IllegalArgumentException(
                    value.getClass().getSimpleName() + " has no canonical form here: use a whole number or a string");
        }
        var number = new BigInteger(value.toString());
        if (number.abs().compareTo(LARGEST) > 0) {
            throw new IllegalArgumentException("a number past 2^53 has no canonical form: use a string");
        }
        return number;
    }

    private static void writeString(String string, StringBuilder text) {
        text.append('"');
        for (var index = 0; index < string.length(); index++) {
            var unit = string.charAt(index);
            if (Character.isSurrogate(unit)) {
                requirePair(string, index);
            }
            switch (unit) {
                case '"' -> text.append("\\\"");
                case '\\' -> text.append("\\\\");
                case '\b' -> text.append("\\b");
                case '\t' -> text.append("\\t");
                case '\n' -> text.append("\\n");
                case '\f' -> text.append("\\f");
                case '\r' -> text.append("\\r");
                default -> text.append(unit < ' ' ? "\\u%04x".formatted((int) unit) : unit);
            }
        }
        text.append('"');
    }

    /** Half a character cannot be written in UTF-8: it would silently become a question mark, and the hash another's. */
    private static void requirePair(String string, int index) {
        var code = string.codePointAt(Character.isLowSurrogate(string.charAt(index)) && index > 0 ? index - 1 : index);
        if (!Character.isSupplementaryCodePoint(code)) {
            throw new IllegalArgumentException("a string holds half a surrogate pair");
        }
    }
}
