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
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Walks each workflow: what keeps every one of them from hanging, from hiding a failure, and from holding data. */
class WorkflowsTest {
    private static final Path ROOT = Path.of(System.getProperty("kept.root", ".."));
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([A-Za-z]+)}");

    @TestFactory
    Stream<DynamicTest> everyWorkflowKeepsTheRules() throws IOException {
        try (var files = Files.list(ROOT.resolve("workflows"))) {
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
        var faults = new ArrayList<String>();
        walk(Json.child(machine, "States"), true, faults);
        assertEquals(List.of(), faults);
        substitutions(text);
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
        if (error.startsWith("States.") || error.startsWith("Lambda.")) {
            return true;
        }
        try {
            return RuntimeException.class.isAssignableFrom(Class.forName(error));
        } catch (ClassNotFoundException missing) {
            return false;
        }
    }

    /** Each placeholder has its substitution in the template, and each substitution its placeholder. */
    private static void substitutions(String text) throws IOException {
        var template = Files.readString(ROOT.resolve("template.yaml"));
        var block = template.substring(template.indexOf("DefinitionSubstitutions:"));
        var given = new TreeSet<String>();
        for (var line : block.lines().skip(1).toList()) {
            if (!line.startsWith("        ")) {
                break;
            }
            given.add(line.strip().split(":", 2)[0]);
        }
        var asked = new TreeSet<String>();
        PLACEHOLDER.matcher(text).results().forEach(found -> asked.add(found.group(1)));
        assertFalse(asked.isEmpty());
        assertEquals(asked, given);
    }

    private static Map<String, Object> object(Object clause) {
        var wrapped = new LinkedHashMap<String, Object>();
        wrapped.put("clause", clause);
        assertTrue(clause instanceof Map);
        return Json.child(wrapped, "clause");
    }
}
