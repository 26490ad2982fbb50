package dev.kept;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kept.http.Json;
import dev.kept.step.AwsCallFailed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Walks each workflow: what keeps every one of them from hanging, from hiding a failure, and from holding data. */
class WorkflowsTest {
    /** What Lambda tells of a process that ended or was ended. */
    private static final Set<String> OF_A_PROCESS = Set.of("Runtime.ExitError", "Sandbox.Timedout");

    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([A-Za-z]+)}");

    @TestFactory
    Stream<DynamicTest> everyWorkflowKeepsTheRules() throws IOException {
        try (var files = Files.list(TemplateText.root().resolve("workflows"))) {
            return files.filter(file -> file.toString().endsWith(".asl.json")).sorted().toList().stream()
                    .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> check(file)));
        }
    }

    private static void check(Path file) throws IOException {
        var text = Files.readString(file);
        var machine = Json.object(text);
        assertEquals(
                List.of("Comment", "QueryLanguage", "TimeoutSeconds", "StartAt", "States"),
                List.copyOf(machine.keySet()));
        assertEquals("JSONata", machine.get("QueryLanguage"));
        var template = new TemplateText();
        var faults = new ArrayList<String>();
        walk(Json.child(machine, "States"), true, faults);
        patience(Json.child(machine, "States"), template, faults);
        assertEquals(List.of(), faults);
        assertEquals(placeholders(text), substitutions(file, template));
    }

    private static void walk(Map<String, Object> states, boolean outermost, List<String> faults) {
        states.forEach((name, value) -> {
            var state = Json.child(states, name);
            if (Json.string(state, "Comment").isBlank()) {
                faults.add(name + " has no Comment");
            }
            if (Json.string(state, "Type").equals("Choice") != name.endsWith("?")) {
                faults.add(name + ": a Choice is a question, and nothing else is");
            }
            if (Json.string(state, "Type").equals("Task")) {
                task(name, state, outermost, faults);
            }
            walk(Json.child(Json.child(state, "ItemProcessor"), "States"), false, faults);
        });
    }

    private static void task(String name, Map<String, Object> state, boolean outermost, List<String> faults) {
        if (!state.containsKey("TimeoutSeconds")) {
            faults.add(name + " may wait for ever");
        }
        if (Json.list(state, "Retry").isEmpty()) {
            faults.add(name + " is never tried again");
        }
        if (Json.list(state, "Retry").stream()
                .noneMatch(
                        clause -> Json.list(object(clause), "ErrorEquals").contains(AwsCallFailed.class.getName()))) {
            faults.add(name + " gives up when AWS refuses a call once");
        }
        var caught = new TreeSet<String>();
        for (var clause : Stream.concat(Json.list(state, "Retry").stream(), Json.list(state, "Catch").stream())
                .toList()) {
            for (var error : Json.list(object(clause), "ErrorEquals")) {
                if (!known(String.valueOf(error))) {
                    faults.add(
                            name + " names " + error + ", which is no error of Lambda's, of the language's or of ours");
                }
            }
        }
        Json.list(state, "Retry").forEach(clause -> {
            if (Json.list(object(clause), "ErrorEquals").contains("States.ALL")) {
                faults.add(name + " tries again whatever went wrong");
            }
        });
        Json.list(state, "Catch")
                .forEach(clause -> Json.list(object(clause), "ErrorEquals").forEach(error -> caught.add("" + error)));
        // inside a Map the failure is the Map's, whose own Catch records it
        if (outermost && !caught.contains("States.ALL")) {
            faults.add(name + " lets a failure go unrecorded");
        }
    }

    /** Error names are matched exactly: a class of ours has to be there under just that name. */
    private static boolean known(String error) {
        if (error.startsWith("States.") || error.startsWith("Lambda.") || OF_A_PROCESS.contains(error)) {
            return true;
        }
        try {
            return RuntimeException.class.isAssignableFrom(Class.forName(error));
        } catch (ClassNotFoundException missing) {
            return false;
        }
    }

    /** A state that gives up on a function before Lambda does leaves one at work whose answer nobody takes. */
    private static void patience(Map<String, Object> states, TemplateText template, List<String> faults) {
        states.forEach((name, value) -> {
            var state = Json.child(states, name);
            var called = PLACEHOLDER.matcher(Json.string(state, "Resource"));
            if (called.find()) {
                var function = called.group(1).replaceAll("FunctionArn$", "");
                var longest = Integer.parseInt(template.timeout(function));
                if (Json.number(state, "TimeoutSeconds") <= longest) {
                    faults.add(name + " gives up on a function that may take " + longest + " seconds");
                }
            }
            patience(Json.child(Json.child(state, "ItemProcessor"), "States"), template, faults);
        });
    }

    /** Each placeholder with the function's version in use, which the states that name it are to call. */
    private static Map<String, Object> placeholders(String text) {
        var asked = new TreeMap<String, Object>();
        PLACEHOLDER.matcher(text).results().map(found -> found.group(1)).forEach(name -> {
            asked.put(name, "!Ref " + name.replaceAll("Arn$", ".Alias"));
        });
        assertFalse(asked.isEmpty());
        return asked;
    }

    private static Map<String, Object> substitutions(Path file, TemplateText template) {
        var definition = "workflows/" + file.getFileName();
        var machine = template.properties("AWS::Serverless::StateMachine").values().stream()
                .filter(its -> definition.equals(its.get("DefinitionUri")))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no workflow of the template is defined by " + definition));
        return new TreeMap<>(Json.child(machine, "DefinitionSubstitutions"));
    }

    private static Map<String, Object> object(Object clause) {
        var wrapped = new LinkedHashMap<String, Object>();
        wrapped.put("clause", clause);
        assertTrue(clause instanceof Map);
        return Json.child(wrapped, "clause");
    }
}
