package dev.kept.local.template;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One object of the template, read member by member; at its end, whatever nobody asked for is refused by name. */
final class Part {
    private final String path;
    private final Map<String, Object> members;
    private final Faults faults;
    private final Set<String> asked = new HashSet<>();

    Part(String path, Map<String, Object> members, Faults faults) {
        this.path = path;
        this.members = members;
        this.faults = faults;
    }

    String path() {
        return path;
    }

    boolean has(String name) {
        return members.containsKey(name);
    }

    String text(String name) {
        var found = find(name);
        if (found.isEmpty() && !members.containsKey(name)) {
            fault(name, "is missing: add it");
        }
        return found.orElse("");
    }

    Optional<String> find(String name) {
        var value = member(name);
        if (value instanceof Map || value instanceof List) {
            fault(name, "has to be a text");
            return Optional.empty();
        }
        return Optional.ofNullable(value).map(Object::toString);
    }

    int number(String name, int otherwise) {
        var found = find(name);
        try {
            return found.map(Integer::parseInt).orElse(otherwise);
        } catch (NumberFormatException text) {
            fault(name, "has to be a whole number");
            return otherwise;
        }
    }

    boolean flag(String name, boolean otherwise) {
        return find(name).map(Boolean::parseBoolean).orElse(otherwise);
    }

    /** The value has to be the one that is named here; the local run knows no other. */
    void only(String name, String... allowed) {
        find(name).ifPresent(value -> {
            if (!List.of(allowed).contains(value)) {
                fault(name, value + " is not supported locally: use " + String.join(" or ", allowed));
            }
        });
    }

    @SuppressWarnings("unchecked")
    Optional<Part> part(String name) {
        var value = member(name);
        if (value == null) {
            return Optional.empty();
        }
        if (value instanceof Map<?, ?> map) {
            return Optional.of(new Part(below(name), (Map<String, Object>) map, faults));
        }
        fault(name, "has to be an object");
        return Optional.empty();
    }

    /** The object of that name, an empty one when it is not there. */
    Part partOrEmpty(String name) {
        return part(name).orElseGet(() -> new Part(below(name), Map.of(), faults));
    }

    @SuppressWarnings("unchecked")
    List<Part> parts(String name) {
        var parts = new ArrayList<Part>();
        var values = list(name);
        for (int i = 0; i < values.size(); i++) {
            if (values.get(i) instanceof Map<?, ?> map) {
                parts.add(new Part(below(name) + "/" + i, (Map<String, Object>) map, faults));
            } else {
                fault(name + "/" + i, values.get(i) + " is not supported: write an object");
            }
        }
        return parts;
    }

    /** Each member as an object, by its name. */
    Map<String, Part> each() {
        var parts = new LinkedHashMap<String, Part>();
        for (var name : members.keySet()) {
            part(name).ifPresent(part -> parts.put(name, part));
        }
        return parts;
    }

    /** Each member as a text, by its name. */
    Map<String, String> texts() {
        var texts = new LinkedHashMap<String, String>();
        for (var name : members.keySet()) {
            find(name).ifPresent(text -> texts.put(name, text));
        }
        return texts;
    }

    /** A list of texts, or one text, which stands for a list of one. */
    List<String> texts(String name) {
        return list(name).stream().map(Object::toString).toList();
    }

    private List<?> list(String name) {
        var value = member(name);
        if (value == null) {
            return List.of();
        }
        return value instanceof List<?> list ? list : List.of(value);
    }

    Map<String, Object> tree() {
        asked.addAll(members.keySet());
        return members;
    }

    Optional<Object> value(String name) {
        return Optional.ofNullable(member(name));
    }

    /** Takes note of members that mean something in AWS and nothing on one machine. */
    Part without(String... names) {
        asked.addAll(List.of(names));
        return this;
    }

    void fault(String name, String message) {
        faults.add(below(name), message);
    }

    void end() {
        for (var name : members.keySet()) {
            if (!asked.contains(name)) {
                fault(
                        name,
                        "is not supported by the local run: take it out, or teach the reader of this part about it");
            }
        }
    }

    private String below(String name) {
        return path + "/" + name;
    }

    private @Nullable Object member(String name) {
        asked.add(name);
        return members.get(name);
    }
}
