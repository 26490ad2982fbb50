package dev.kept.local.states;

import dev.kept.json.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** JSON as plain maps and lists, in and out of text. */
final class Json {
    /** The longest input, output or variable, in bytes of UTF-8. */
    static final int LIMIT = 256 * 1024;

    private Json() {}

    /** Reads exactly one value; what it throws says where it went wrong, not what stood there. */
    static @Nullable Object read(String text) throws NotJson {
        try {
            return Trees.read(text);
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new NotJson(place(e.getLocation()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String write(@Nullable Object value) {
        return Trees.write(value);
    }

    static boolean tooLong(String text) {
        return text.length() > LIMIT || text.getBytes(StandardCharsets.UTF_8).length > LIMIT;
    }

    /** An object of names and values in turn; a null value is left out. */
    static Map<String, @Nullable Object> object(@Nullable Object... namesAndValues) {
        var object = new LinkedHashMap<String, @Nullable Object>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            if (namesAndValues[i + 1] != null) {
                object.put(String.valueOf(namesAndValues[i]), namesAndValues[i + 1]);
            }
        }
        return object;
    }

    /** An object of one member, which may be null. */
    static Map<String, @Nullable Object> objectWith(String name, @Nullable Object value) {
        var object = new LinkedHashMap<String, @Nullable Object>();
        object.put(name, value);
        return object;
    }

    private static String place(com.fasterxml.jackson.core.@Nullable JsonLocation location) {
        return location == null
                ? "it is not JSON"
                : "it is not JSON at line " + location.getLineNr() + ", column " + location.getColumnNr();
    }

    /** A text that is not one JSON value. */
    static final class NotJson extends Exception {
        NotJson(String reason) {
            super(reason);
        }

        String reason() {
            return String.valueOf(getMessage());
        }
    }
}
