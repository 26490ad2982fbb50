package dev.kept.local.template;

import java.util.Map;

/** Looks into trees of maps and lists. */
final class Tree {
    private Tree() {}

    /** The tree as an object, an empty one when it is something else. */
    @SuppressWarnings("unchecked")
    static Map<String, Object> object(Object tree) {
        return tree instanceof Map<?, ?> map ? (Map<String, Object>) map : Map.of();
    }

    static Map<String, Object> child(Map<String, Object> tree, String name) {
        return object(tree.getOrDefault(name, Map.of()));
    }
}
