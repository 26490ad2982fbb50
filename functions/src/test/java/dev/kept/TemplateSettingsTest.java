package dev.kept;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.kept.http.Json;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Files;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What the template tells each function: all that it is made of, nothing that nobody reads, nothing that is not there. */
class TemplateSettingsTest {
    private static final Pattern WORKFLOW = Pattern.compile("(?m):stateMachine:(.+)$");

    private final TemplateText template;

    TemplateSettingsTest() throws IOException {
        template = new TemplateText();
    }

    @Test
    void everyFunctionCanBeMadeOfWhatItIsTold() throws ReflectiveOperationException {
        var faults = new ArrayList<String>();
        for (var function : template.functions()) {
            var wiring = new Wiring(values(function), Clock.systemUTC(), new Random(1), List.of());
            try {
                Class.forName(function.handler()).getConstructor(Wiring.class).newInstance(wiring);
            } catch (InvocationTargetException unfit) {
                faults.add(function.name() + ": " + unfit.getCause());
            }
        }

        assertEquals(List.of(), faults);
    }

    /** What stands in the template, parameters by their defaults, beside what Lambda itself tells a function. */
    private Map<String, String> values(TemplateText.Declared function) {
        var values = new HashMap<String, String>();
        function.settings().forEach((name, value) -> {
            var parameter =
                    Json.child(template.parameters(), String.valueOf(value).replace("!Ref ", ""));
            values.put(name, parameter.isEmpty() ? String.valueOf(value) : Json.string(parameter, "Default"));
        });
        values.putAll(Map.of("AWS_REGION", "eu-west-3", "AWS_ACCESS_KEY_ID", "none", "AWS_SECRET_ACCESS_KEY", "none"));
        return values;
    }

    @Test
    void everySettingIsReadByTheWiring() throws IOException {
        var read = found(
                "\"([A-Z][A-Z_]+)\"", Files.readString(TemplateText.sources().resolve("Wiring.java")));
        try (var policies = Files.list(TemplateText.root().resolve("policies"))) {
            for (var policy :
                    policies.filter(file -> file.toString().endsWith(".json")).toList()) {
                read.addAll(
                        found("\"(?:table|bucket|address|secret)Setting\": *\"([A-Z_]+)\"", Files.readString(policy)));
            }
        }
        var unknown = new TreeMap<String, Set<String>>();
        for (var function : template.functions()) {
            var settings = new TreeSet<>(function.settings().keySet());
            settings.removeAll(read);
            if (!settings.isEmpty()) {
                unknown.put(function.name(), settings);
            }
        }

        assertEquals(Map.of(), unknown);
    }

    /** Functions name the workflow by its name, since by reference each would wait for the other to be deployed. */
    @Test
    void theWorkflowThatAFunctionNamesIsThere() {
        var there = template.properties("AWS::Serverless::StateMachine").values().stream()
                .map(machine -> Json.string(machine, "Name").replace("!Sub ", ""))
                .collect(Collectors.toSet());
        var faults = new ArrayList<String>();
        var named = 0;
        for (var function : template.functions()) {
            for (var one : WORKFLOW.matcher(texts(function.properties()))
                    .results()
                    .map(found -> found.group(1))
                    .toList()) {
                named++;
                if (!there.contains(one)) {
                    faults.add(function.name() + " names the workflow " + one);
                }
            }
        }

        assertEquals(List.of(), faults);
        assertFalse(named == 0);
    }

    /** Every text in the tree, a line each. */
    private static String texts(Object tree) {
        if (tree instanceof Map<?, ?> map) {
            return map.values().stream().map(TemplateSettingsTest::texts).collect(Collectors.joining("\n"));
        }
        return tree instanceof List<?> list
                ? list.stream().map(TemplateSettingsTest::texts).collect(Collectors.joining("\n"))
                : String.valueOf(tree);
    }

    private static Set<String> found(String pattern, String text) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
