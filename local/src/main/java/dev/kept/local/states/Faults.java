package dev.kept.local.states;

import java.util.ArrayList;
import java.util.List;

/** Gathers what is wrong with a definition, so that all of it is told at once. */
final class Faults {
    private final List<String> found = new ArrayList<>();

    /** The sentence says what is wrong at the path and how to mend it. */
    void add(String path, String sentence) {
        found.add((path.isEmpty() ? "/" : path) + " " + sentence);
    }

    boolean any() {
        return !found.isEmpty();
    }

    List<String> all() {
        return List.copyOf(found);
    }
}
