package dev.kept.local.states;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One object of a definition while it is read: what was asked for is known, the rest is refused by name. */
final class Fields {
    private static final Set<String> OF_JSONPATH = Set.of(
            "InputPath",
            "OutputPath",
            "ResultPath",
            "Parameters",
            "ResultSelector",
            "Result",
            "ItemsPath",
            "Variable",
            "TimeoutSecondsPath",
            "HeartbeatSecondsPath",
            "SecondsPath",
            "TimestampPath",
            "ErrorPath",
            "CausePath",
            "MaxConcurrencyPath",
            "And",
            "Or",
            "Not");

    private final Map<String, @Nullable Object> object;
    private final String path;
    private final Faults faults;
    private final Set<String> known = new HashSet<>();

    Fields(Map<String, @Nullable Object> object, String path, Faults faults) {
        this.object = object;
        this.path = path;
        this.faults = faults;
    }

    /** The object of a JSON value, or nothing after a fault was noted. */
    static @Nullable Fields of(@Nullable Object value, String path, Faults faults) {
        if (!(value instanceof Map<?, ?> map)) {
            faults.add(path, "must be an object.");
            return null;
        }
        var object = new LinkedHashMap<String, @Nullable Object>();
        map.forEach((name, member) -> object.put(String.valueOf(name), member));
        return new Fields(object, path, faults);
    }

    String path(String name) {
        return path + "/" + name;
    }

    Faults faults() {
        return faults;
    }

    Set<String> names() {
        return object.keySet();
    }

    void fault(String name, String sentence) {
        faults.add(path(name), sentence);
    }

    void fault(String sentence) {
        faults.add(path, sentence);
    }

    boolean has(String name) {
        known.add(name);
        return object.containsKey(name);
    }

    @Nullable
    Object value(String name) {
        known.add(name);
        return object.get(name);
    }

    @Nullable
    String text(String name) {
        var value = value(name);
        if (value == null && !object.containsKey(name)) {
            return null;
        }
        if (value instanceof String text && !text.isEmpty()) {
            return text;
        }
        fault(name, "must be a text that is not empty.");
        return null;
    }

    @Nullable
    String requiredText(String name) {
        if (!has(name)) {
            fault("needs the field " + name + ".");
            return null;
        }
        return text(name);
    }

    @Nullable
    Integer whole(String name, int least, int most) {
        var value = value(name);
        if (value == null && !object.containsKey(name)) {
            return null;
        }
        if (value instanceof Integer number && number >= least && number <= most) {
            return number;
        }
        fault(name, "must be a whole number from " + least + " to " + most + ".");
        return null;
    }

    @Nullable
    Fields object(String name) {
        if (!has(name)) {
            fault("needs the field " + name + ".");
            return null;
        }
        return of(value(name), path(name), faults);
    }

    /** The members of an array of objects; those that are none are noted as faults. */
    List<Fields> objects(String name) {
        var members = new ArrayList<Fields>();
        if (!(value(name) instanceof List<?> list) || list.isEmpty()) {
            fault(name, "must be an array with at least one object.");
            return members;
        }
        for (int i = 0; i < list.size(); i++) {
            var member = of(list.get(i), path(name) + "[" + i + "]", faults);
            if (member != null) {
                members.add(member);
            }
        }
        return members;
    }

    /** To be called last: whatever nobody asked for is not supported. */
    void refuseOthers(String ofWhat) {
        for (var name : object.keySet()) {
            if (OF_JSONPATH.contains(name) && !known.contains(name)) {
                fault(name, "belongs to the JSONPath dialect; use Arguments, Output, Assign and {% %} expressions.");
            } else if (!known.contains(name)) {
                fault(
                        name,
                        "is not a field that " + ofWhat + " supports here; take it out, or teach the local run it.");
            }
        }
    }
}
