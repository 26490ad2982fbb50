package dev.kept.retention;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What has to be erased again from one system. It is held in memory: two people have decided on each entry, so there are
 * thousands and not millions.
 */
final class Owed {
    private final String system;
    private final Map<String, Place> places = new HashMap<>();
    private final Set<String> entries = new HashSet<>();

    Owed(String system, List<Erasures.Erased> erased) {
        this.system = system;
        add(erased);
    }

    /** Where something has to be erased: for which request first, and which categories; none where nothing went yet. */
    private record Place(String requestId, Set<String> categories) {}

    void add(List<Erasures.Erased> erased) {
        for (var one : erased) {
            if (one.system().equals(system)) {
                entries.add(one.id());
                one.selectors()
                        .forEach(selector -> places.computeIfAbsent(
                                        selector, found -> new Place(one.requestId(), new HashSet<>()))
                                .categories()
                                .addAll(one.categories()));
            }
        }
    }

    int entries() {
        return entries.size();
    }

    Collection<String> selectors() {
        return places.keySet();
    }

    /** Whether somebody who stands there was set apart or erased. */
    boolean concerns(String selector) {
        return places.containsKey(selector);
    }

    Set<String> categories(String selector) {
        var place = places.get(selector);
        return place == null ? Set.of() : place.categories();
    }

    /** For which request somebody who stands there was set apart. */
    String requestId(String selector) {
        var place = places.get(selector);
        return place == null ? "" : place.requestId();
    }
}
