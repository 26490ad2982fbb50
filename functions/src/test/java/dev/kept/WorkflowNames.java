package dev.kept;

import dev.kept.http.Json;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Walks a workflow along every way that leads through it, and says which names an expression reads that nobody gave. */
final class WorkflowNames {
    private static final Pattern INPUT = Pattern.compile("\\$states\\.input\\.(\\w+)");
    private static final Pattern ERROR = Pattern.compile("\\$states\\.errorOutput\\.(\\w+)");
    private static final Pattern STARTED = Pattern.compile("\\$states\\.context\\.Execution\\.Input\\.(\\w+)");
    private static final Pattern VARIABLE = Pattern.compile("\\$(?!states\\b)([A-Za-z]\\w*)\\b(?!\\s*\\()");

    /** What workflows are started with; all but the request's id, and a sweep's day, is looked for before it is read. */
    private static final Set<String> START = Set.of("requestId", "released", "resumed", "round", "day");

    private static final Set<String> OF_AN_ERROR = Set.of("Error", "Cause");
    /** Whose output, where they name none, is their input; that of all others is what somebody answered. */
    private static final Set<String> HANDING_ON = Set.of("Choice", "Pass", "Wait");

    private final List<String> unknown = new ArrayList<>();

    /**
     * What a state finds, whichever way led to it.
     *
     * @param variables the names that are certainly assigned
     * @param input the names that are certainly in its input, where that is not what somebody answered
     */
    private record Known(Set<String> variables, Optional<Set<String>> input) {
        Known and(Known other) {
            return new Known(
                    both(variables, other.variables),
                    input.flatMap(mine -> other.input.map(others -> both(mine, others))));
        }

        private static Set<String> both(Set<String> one, Set<String> other) {
            var both = new TreeSet<>(one);
            both.retainAll(other);
            return both;
        }
    }

    private record Way(String next, Known known) {}

    static List<String> unknown(Map<String, Object> machine) {
        var names = new WorkflowNames();
        names.walk(machine, new Known(Set.of(), Optional.of(START)));
        return names.unknown;
    }

    private void walk(Map<String, Object> flow, Known start) {
        var states = Json.child(flow, "States");
        var found = new LinkedHashMap<String, Known>();
        Deque<Way> open = new ArrayDeque<>(List.of(new Way(Json.string(flow, "StartAt"), start)));
        while (!open.isEmpty()) {
            var way = open.remove();
            var before = found.get(way.next());
            var known = before == null ? way.known() : before.and(way.known());
            if (states.containsKey(way.next()) && !known.equals(before)) {
                found.put(way.next(), known);
                open.addAll(ways(Json.child(states, way.next()), known));
            }
        }
        found.forEach((name, known) -> look(name, Json.child(states, name), known));
    }

    private static List<Way> ways(Map<String, Object> state, Known known) {
        var handed = HANDING_ON.contains(Json.string(state, "Type")) ? known.input() : Optional.<Set<String>>empty();
        var ways = new ArrayList<Way>();
        ways.add(way(state, state.containsKey("Default") ? "Default" : "Next", known, handed));
        Json.list(state, "Choices").forEach(rule -> ways.add(way(rule, "Next", known, known.input())));
        Json.list(state, "Catch").forEach(clause -> ways.add(way(clause, "Next", known, Optional.of(OF_AN_ERROR))));
        return ways;
    }

    private static Way way(Object tree, String leads, Known known, Optional<Set<String>> handed) {
        var its = TemplateText.object(tree);
        var variables = new TreeSet<>(known.variables());
        variables.addAll(Json.child(its, "Assign").keySet());
        return new Way(Json.string(its, leads), new Known(variables, output(its, "Output", handed)));
    }

    /** The names in what is written out there; nothing is known of what an expression makes. */
    private static Optional<Set<String>> output(Map<String, Object> its, String name, Optional<Set<String>> otherwise) {
        if (!its.containsKey(name)) {
            return otherwise;
        }
        return its.get(name) instanceof Map<?, ?>
                ? Optional.of(Json.child(its, name).keySet())
                : Optional.empty();
    }

    private void look(String name, Map<String, Object> state, Known known) {
        var own = new HashMap<>(state);
        own.remove("ItemProcessor");
        texts(own).filter(text -> text.startsWith("{%")).forEach(expression -> {
            known.input().ifPresent(input -> among(name, "$states.input.", INPUT, expression, input));
            among(name, "$states.errorOutput.", ERROR, expression, OF_AN_ERROR);
            among(name, "$states.context.Execution.Input.", STARTED, expression, START);
            among(name, "$", VARIABLE, expression, known.variables());
        });
        if (state.containsKey("ItemProcessor")) {
            walk(
                    Json.child(state, "ItemProcessor"),
                    new Known(known.variables(), output(state, "ItemSelector", Optional.empty())));
        }
    }

    private void among(String state, String prefix, Pattern names, String expression, Set<String> given) {
        names.matcher(expression)
                .results()
                .map(found -> found.group(1))
                .filter(read -> !given.contains(read))
                .forEach(read -> unknown.add(state + " reads " + prefix + read + ", which nothing before it gives"));
    }

    private static Stream<String> texts(Object tree) {
        if (tree instanceof Map<?, ?> map) {
            return map.values().stream().flatMap(WorkflowNames::texts);
        }
        return tree instanceof List<?> list
                ? list.stream().flatMap(WorkflowNames::texts)
                : Stream.of(String.valueOf(tree));
    }
}
