package dev.kept.local.states;

import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the states of a machine, a branch or an item's processing, and checks how they lead to each other. */
final class FlowReader {
    private static final int LONGEST_NAME = 80;

    private final Faults faults;

    /** Names are unique over the whole machine, its branches among them. */
    private final Set<String> names = new HashSet<>();

    FlowReader(Faults faults) {
        this.faults = faults;
    }

    Flow inner(Fields fields, String what) {
        fields.value("Comment");
        var flow = read(fields);
        fields.refuseOthers(what);
        return flow;
    }

    Flow read(Fields fields) {
        var startAt = fields.requiredText("StartAt");
        var states = new LinkedHashMap<String, State>();
        var members = fields.object("States");
        if (members != null) {
            if (members.names().isEmpty()) {
                members.fault("must hold at least one state.");
            }
            for (var name : members.names()) {
                var state = state(name, members);
                if (state != null) {
                    states.put(name, state);
                }
            }
            checkTransitions(fields, members, startAt, states);
        }
        return new Flow(Objects.requireNonNullElse(startAt, ""), states);
    }

    private @Nullable State state(String name, Fields members) {
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            members.fault(name, "must have a name of 1 to " + LONGEST_NAME + " characters.");
        }
        if (!names.add(name)) {
            members.fault(name, "has a name that another state of this machine has; rename one.");
        }
        var fields = Fields.of(members.value(name), members.path(name), faults);
        if (fields == null) {
            return null;
        }
        fields.value("Type");
        fields.value("Comment");
        if (fields.has("QueryLanguage") && !"JSONata".equals(fields.value("QueryLanguage"))) {
            fields.fault("QueryLanguage", "must be JSONata; the JSONPath dialect is not supported here.");
        }
        var state = ofType(name, fields, members.path(name));
        if (state != null) {
            fields.refuseOthers("a " + state.type() + " state");
        }
        return state;
    }

    private @Nullable State ofType(String name, Fields fields, String path) {
        var type = fields.requiredText("Type");
        if (type == null) {
            return null;
        }
        return switch (type) {
            case "Task" -> TaskState.read(name, fields, path);
            case "Choice" -> ChoiceState.read(name, fields, path);
            case "Wait" -> WaitState.read(name, fields, path);
            case "Map" -> MapState.read(name, fields, path, this);
            case "Parallel" -> ParallelState.read(name, fields, path, this);
            case "Pass" -> PassState.read(name, fields, path);
            case "Succeed" -> SucceedState.read(name, fields, path);
            case "Fail" -> FailState.read(name, fields, path);
            default -> {
                fields.fault(
                        "Type",
                        "is " + type + ", which is no type of state; use Task, Choice, Wait, Map, Parallel, Pass,"
                                + " Succeed or Fail.");
                yield null;
            }
        };
    }

    private void checkTransitions(Fields flow, Fields members, @Nullable String startAt, Map<String, State> states) {
        if (startAt != null && !members.names().contains(startAt)) {
            flow.fault("StartAt", "names " + startAt + ", which is none of the States beside it.");
        }
        for (var state : states.values()) {
            for (var way : state.ways()) {
                if (way.next() != null && !members.names().contains(way.next())) {
                    var field =
                            state instanceof ChoiceState && way.field().isEmpty() ? "Default" : way.field() + "Next";
                    members.fault(
                            state.name() + "/" + field,
                            "leads to " + way.next() + ", which is none of the States beside it.");
                }
            }
        }
        // where a state could not be read, what it leads to is not known
        if (startAt != null && states.size() == members.names().size()) {
            var reached = reachedFrom(startAt, states);
            states.keySet().stream()
                    .filter(name -> !reached.contains(name))
                    .forEach(name -> members.fault(name, "is never reached; lead to it or take it out."));
        }
    }

    private static Set<String> reachedFrom(String startAt, Map<String, State> states) {
        var reached = new LinkedHashSet<String>();
        var open = new ArrayDeque<String>();
        open.add(startAt);
        while (!open.isEmpty()) {
            var name = open.remove();
            var state = states.get(name);
            if (state != null && reached.add(name)) {
                state.ways().stream().map(Way::next).filter(Objects::nonNull).forEach(open::add);
            }
        }
        return reached;
    }
}
