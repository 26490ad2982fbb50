package dev.kept.local.states;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A whole workflow as it was loaded: checked, compiled, with everything that it needs. */
record Definition(String text, Flow flow, @Nullable Integer timeoutSeconds) {
    /** Throws with every fault at once. */
    static Definition load(String machine, String json, Map<String, String> substitutions) {
        var faults = new Faults();
        var definition = read(json, substitutions, faults);
        if (definition == null || faults.any()) {
            throw new InvalidDefinition(machine, faults.all());
        }
        return definition;
    }

    private static @Nullable Definition read(String json, Map<String, String> substitutions, Faults faults) {
        @Nullable Object tree;
        try {
            tree = new Substitution(substitutions, faults).in(Json.read(json), "");
        } catch (Json.NotJson notJson) {
            faults.add("", "cannot be read: " + notJson.reason() + ".");
            return null;
        }
        var fields = Fields.of(tree, "", faults);
        if (fields == null) {
            return null;
        }
        fields.value("Comment");
        if (!"JSONata".equals(fields.value("QueryLanguage"))) {
            fields.fault("QueryLanguage", "must be JSONata; without it the dialect is JSONPath, not supported here.");
        }
        if (fields.has("Version") && !"1.0".equals(fields.value("Version"))) {
            fields.fault("Version", "must be 1.0, or left out.");
        }
        var timeout = fields.whole("TimeoutSeconds", 1, TaskState.MOST_SECONDS);
        var flow = new FlowReader(faults).read(fields);
        fields.refuseOthers("a workflow");
        checkVariables(flow, Set.of(), faults);
        return new Definition(Json.write(tree), flow, timeout);
    }

    /** A branch may see the variables around it, but not assign to one of them. */
    private static void checkVariables(Flow flow, Set<String> around, Faults faults) {
        var here = new HashSet<String>();
        for (var state : flow.states().values()) {
            for (var way : state.ways()) {
                for (var name : way.assigned()) {
                    here.add(name);
                    if (around.contains(name)) {
                        faults.add(
                                "/" + state.name() + "/" + way.field() + "Assign/" + name,
                                "assigns a variable of the states around it; give it another name.");
                    }
                }
            }
        }
        here.addAll(around);
        flow.states().values().forEach(state -> state.flows().forEach(inner -> checkVariables(inner, here, faults)));
    }
}
