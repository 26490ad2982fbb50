package dev.kept.policy;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A policy file that a test may spoil before it is read. */
final class Draft {
    static final String ID = "faveo-helpdesk";

    private final Map<String, @Nullable Object> tree;

    private Draft(Map<String, @Nullable Object> tree) {
        this.tree = tree;
    }

    static Draft faveo() {
        try {
            return new Draft(JSON.std.mapFrom(Files.readString(file(ID + ".json"))));
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    static Path file(String name) {
        return Path.of(System.getProperty("kept.root"), "policies", name);
    }

    /** Puts a value, given as JSON, at a path such as {@code forms.register.title}. */
    Draft with(String path, String json) {
        parent(path).put(last(path), value(json));
        return this;
    }

    Draft without(String path) {
        if (parent(path).remove(last(path)) == null) {
            throw new IllegalArgumentException("Nothing to remove at " + path);
        }
        return this;
    }

    /** The path of every member of every object. */
    List<String> paths() {
        var paths = new ArrayList<String>();
        collect("", tree, paths);
        return paths;
    }

    String json() {
        try {
            return JSON.std.with(JSON.Feature.WRITE_NULL_PROPERTIES).asString(tree);
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static @Nullable Object value(String json) {
        try {
            return JSON.std.mapFrom("{\"value\":" + json + "}").get("value");
        } catch (IOException unreadable) {
            throw new IllegalArgumentException(json, unreadable);
        }
    }

    @SuppressWarnings("unchecked")
    private Map<String, @Nullable Object> parent(String path) {
        var below = tree;
        var names = path.split("\\.", -1);
        for (var index = 0; index < names.length - 1; index++) {
            below = (Map<String, @Nullable Object>)
                    below.computeIfAbsent(names[index], absent -> new LinkedHashMap<>());
        }
        return below;
    }

    private static String last(String path) {
        return path.substring(path.lastIndexOf('.') + 1);
    }

    private static void collect(String prefix, Map<?, ?> members, List<String> paths) {
        members.forEach((name, value) -> {
            paths.add(prefix + name);
            if (value instanceof Map<?, ?> below) {
                collect(prefix + name + ".", below, paths);
            }
        });
    }
}
