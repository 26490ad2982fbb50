package dev.kept;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kept.http.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Names that go between states, and between states and functions: in a workflow one that nobody gave is no error but
 * nothing, so that a Choice takes its default and a function its own.
 */
class WorkflowNamesTest {
    private static final Pattern CALLED = Pattern.compile("\\$\\{(\\w+)FunctionArn}");
    private static final Pattern READ =
            Pattern.compile("step\\.(?:text|number|find|list)\\(\"(\\w+)\"\\)|step\\.(requestId)\\(\\)");
    private static final Pattern ANSWERED = Pattern.compile("\\$states\\.result\\.(\\w+)");

    @Test
    void everyNameThatAnExpressionReadsWasGiven() throws IOException {
        for (var file : files()) {
            assertEquals(List.of(), WorkflowNames.unknown(Json.object(Files.readString(file))), file.toString());
        }
    }

    @Test
    void aNameIsGivenOnlyWhereEveryWayGivesIt() {
        var machine = Json.object("""
                {"StartAt": "Ask", "States": {
                  "Ask": {"Type": "Task", "Assign": {"a": 1, "b": 1}, "Output": {"c": 1}, "Next": "Same?",
                    "Catch": [{"Assign": {"b": "{% $states.errorOutput.Eror %}"}, "Next": "Same?"}]},
                  "Same?": {"Type": "Choice", "Default": "Each",
                    "Choices": [{"Condition": "{% $a = $b and $count($states.input.c) > 0 %}", "Next": "Ask"}]},
                  "Each": {"Type": "Map", "ItemSelector": {"d": "{% $states.context.Execution.Input.id %}"},
                    "ItemProcessor": {"StartAt": "One",
                      "States": {"One": {"Type": "Pass", "Output": ["{% $b & $states.input.d & $states.input.e %}"]}}}}}}
                """);

        assertEquals(
                List.of(
                        "Ask reads $states.errorOutput.Eror, which nothing before it gives",
                        "Same? reads $states.input.c, which nothing before it gives",
                        "Same? reads $a, which nothing before it gives",
                        "Each reads $states.context.Execution.Input.id, which nothing before it gives",
                        "One reads $states.input.e, which nothing before it gives"),
                WorkflowNames.unknown(machine));
    }

    @Test
    void aFunctionReadsWhatItsStateHandsIt() throws IOException {
        var template = new TemplateText();
        var faults = new ArrayList<String>();
        tasks((name, state) -> {
            var arguments = Json.child(state, "Arguments");
            var called = CALLED.matcher(Json.string(state, "Resource") + arguments.get("FunctionName"));
            var handed = arguments.containsKey("Payload") ? Json.child(arguments, "Payload") : arguments;
            assertTrue(called.find(), name);
            var callee = called.group(1);
            var read = template.functions().stream()
                    .filter(function -> function.name().equals(callee))
                    .map(WorkflowNamesTest::names)
                    .findFirst()
                    .orElse(Set.of());
            if (!read.equals(handed.keySet())) {
                faults.add(name + " hands over " + handed.keySet() + ", and its function reads " + read);
            }
        });

        assertEquals(List.of(), faults);
    }

    /** Not more than that somebody answers so, as function or on its behalf; scenarios see who. */
    @Test
    void whatAStateTakesFromAnAnswerIsAnsweredBySomebody() throws IOException {
        var answered = new TreeSet<String>();
        try (var sources = Files.walk(TemplateText.sources())) {
            for (var source : sources.filter(Files::isRegularFile).toList()) {
                Pattern.compile("\"(\\w+)\"")
                        .matcher(Files.readString(source))
                        .results()
                        .forEach(found -> answered.add(found.group(1)));
            }
        }
        var faults = new ArrayList<String>();
        tasks((name, state) -> ANSWERED.matcher(state.toString())
                .results()
                .map(found -> found.group(1))
                .filter(taken -> !answered.contains(taken))
                .forEach(taken -> faults.add(name + " takes " + taken + ", which nobody answers")));

        assertEquals(List.of(), faults);
    }

    private static Set<String> names(TemplateText.Declared function) {
        try {
            return READ.matcher(Files.readString(function.source()))
                    .results()
                    .map(found -> found.group(1) == null ? found.group(2) : found.group(1))
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    private static void tasks(BiConsumer<String, Map<String, Object>> each) throws IOException {
        for (var file : files()) {
            tasks(Json.object(Files.readString(file)), each);
        }
    }

    private static void tasks(Map<String, Object> flow, BiConsumer<String, Map<String, Object>> each) {
        var states = Json.child(flow, "States");
        for (var name : states.keySet()) {
            var state = Json.child(states, name);
            if ("Task".equals(state.get("Type"))) {
                each.accept(name, state);
            }
            tasks(Json.child(state, "ItemProcessor"), each);
        }
    }

    private static List<Path> files() throws IOException {
        try (var files = Files.list(TemplateText.root().resolve("workflows"))) {
            var found =
                    files.filter(file -> file.toString().endsWith(".asl.json")).toList();
            assertFalse(found.isEmpty());
            return found;
        }
    }
}
