package dev.kept.local.template;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Collects what is wrong, so that all of it is told at once. */
final class Faults {
    private final Set<Fault> found = new LinkedHashSet<>();

    void add(String path, String message) {
        found.add(new Fault(path, message));
    }

    boolean isEmpty() {
        return found.isEmpty();
    }

    void refuse() {
        if (!found.isEmpty()) {
            throw new TemplateFaults(List.copyOf(found));
        }
    }
}
