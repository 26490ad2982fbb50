package dev.kept.http;

import dev.kept.json.Trees;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** JSON as trees of maps, lists, strings, numbers and booleans; no binding to classes, which costs cold start. */
public final class Json {
    private Json() {}

    /**
     * Reads one JSON object.
     *
     * @throws NotJson when the text is not JSON, or is JSON and not an object
     */
    public static Map<String, Object> object(String text) {
        try {
            return asObject(Trees.read(text));
        } catch (IOException unreadable) {
            throw new NotJson();
        }
    }

    /** As {@link #object(String)}, from a stream of UTF-8. */
    public static Map<String, Object> object(InputStream stream) {
        try {
            return asObject(Trees.read(stream));
        } catch (IOException unreadable) {
            throw new NotJson();
        }
    }

    /** The tree as compact JSON, members in the order of the maps. */
    public static String text(Object tree) {
        return Trees.write(tree);
    }

    /** The member of that name as an object; an empty one when it is absent or null. */
    @SuppressWarnings("unchecked")
    public static Map<String, Object> child(Map<String, Object> tree, String name) {
        return tree.get(name) instanceof Map<?, ?> found ? (Map<String, Object>) found : Map.of();
    }

    /** The member of that name as a whole number; 0 when it is absent or none. */
    public static int number(Map<String, Object> tree, String name) {
        return tree.get(name) instanceof Number found ? found.intValue() : 0;
    }

    /** The member of that name as a text; empty when it is absent or null. */
    public static String string(Map<String, Object> tree, String name) {
        var found = tree.get(name);
        return found == null ? "" : found.toString();
    }

    /** The member of that name as a list; an empty one when it is absent or null. */
    @SuppressWarnings("unchecked")
    public static List<Object> list(Map<String, Object> tree, String name) {
        return tree.get(name) instanceof List<?> found ? (List<Object>) found : List.of();
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> asObject(@Nullable Object tree) {
        if (tree instanceof Map<?, ?> object) {
            return (Map<String, Object>) object;
        }
        throw new NotJson();
    }

    /** The text is not a JSON object; says nothing of what it was. */
    public static final class NotJson extends RuntimeException {
        NotJson() {
            super("not a JSON object", null, false, false);
        }
    }
}
