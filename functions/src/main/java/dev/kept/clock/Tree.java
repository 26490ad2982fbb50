package dev.kept.clock;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads a JSON object, and says what is wrong with it and where. */
record Tree(String where, Map<?, ?> map) {
    static Tree of(String where, @Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            return new Tree(where, map);
        }
        throw new IllegalArgumentException(where + " must be an object");
    }

    boolean has(String key) {
        return map.get(key) != null;
    }

    String text(String key) {
        if (map.get(key) instanceof String text && !text.isBlank()) {
            return text;
        }
        throw wrong(key, "text");
    }

    boolean flag(String key) {
        if (map.get(key) instanceof Boolean flag) {
            return flag;
        }
        throw wrong(key, "true or false");
    }

    /** An enum word, in its own spelling or as a lawyer would write it: "starts-later". */
    <E extends Enum<E>> E choice(Class<E> type, String key) {
        var word = text(key).replace('-', '_').toUpperCase(Locale.ROOT);
        for (var constant : type.getEnumConstants()) {
            if (constant.name().equals(word)) {
                return constant;
            }
        }
        throw wrong(key, "one of " + List.of(type.getEnumConstants()));
    }

    Tree object(String key) {
        return of(where + "." + key, map.get(key));
    }

    List<?> list(String key) {
        if (map.get(key) instanceof List<?> list) {
            return list;
        }
        throw wrong(key, "a list");
    }

    List<String> texts(String key) {
        return list(key).stream().map(String::valueOf).toList();
    }

    private IllegalArgumentException wrong(String key, String expected) {
        return new IllegalArgumentException(where + "." + key + " must be " + expected);
    }
}
