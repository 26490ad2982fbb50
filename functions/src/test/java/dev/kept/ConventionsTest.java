package dev.kept;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import dev.kept.http.Call;
import dev.kept.http.HttpFunction;
import dev.kept.http.Json;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** One name in five places, and the manners of every class. */
class ConventionsTest {
    private static final Set<String> BANNED =
            Set.of("Util", "Utils", "Helper", "Helpers", "Manager", "Impl", "Base", "Abstract");
    private static final Pattern STATE = Pattern.compile("\\$\\{(\\w+)FunctionArn}");

    private final TemplateText template;

    ConventionsTest() throws IOException {
        template = new TemplateText();
    }

    @Test
    void everyHandlerIsAFunctionAndEveryFunctionAHandler() {
        var written = new TreeMap<String, String>();
        Sources.handlers().forEach(type -> written.put(name(type), type.getName()));
        var deployed = new TreeMap<String, String>();
        template.functions().forEach(function -> deployed.put(function.name(), function.handler()));

        assertEquals(written, deployed);
    }

    @Test
    void everyFunctionHasASampleEvent() throws IOException {
        var expected =
                functions().stream().map(name -> spelled(name, "-") + ".json").collect(Collectors.toSet());

        assertEquals(new TreeSet<>(expected), new TreeSet<>(events().keySet()));
    }

    @Test
    void aSampleEventOfAnHttpFunctionCallsARouteThatLeadsToIt() throws IOException {
        var events = events();
        for (var function : template.functions()) {
            if (!function.routes().isEmpty()) {
                var event = events.getOrDefault(spelled(function.name(), "-") + ".json", Map.of());
                var call = Call.of(event);
                var called = call.method().toLowerCase(Locale.ROOT) + " " + Json.string(event, "resource");
                assertTrue(
                        function.routes().stream()
                                .anyMatch(route -> route.toString().equals(called)),
                        function.name() + ": " + called);
                var path = Json.string(event, "resource");
                for (var parameter : call.parameters().entrySet()) {
                    path = path.replace("{" + parameter.getKey() + "}", parameter.getValue());
                }
                assertEquals(path, call.path(), function.name());
            }
        }
    }

    @Test
    void aFunctionHasRoutesWhenItAnswersHttpAndNotOtherwise() {
        var answering = Sources.handlers().stream()
                .filter(type -> type.isAssignableTo(HttpFunction.class))
                .map(ConventionsTest::name)
                .collect(Collectors.toCollection(TreeSet::new));
        var routed = template.functions().stream()
                .filter(function -> !function.routes().isEmpty())
                .map(TemplateText.Declared::name)
                .collect(Collectors.toCollection(TreeSet::new));

        assertEquals(answering, routed);
    }

    @Test
    void aStateThatCallsAFunctionHasItsName() throws IOException {
        var called = 0;
        try (var files = Files.list(TemplateText.root().resolve("workflows"))) {
            for (var file : files.toList()) {
                called += states(Json.object(Files.readString(file)), file);
            }
        }
        assertTrue(called > 0, "some state calls a function");
    }

    @Test
    void everyHandlerIsMadeByLambdaOrByItsWiring() throws Exception {
        for (var handler : Sources.handlers()) {
            var type = Class.forName(handler.getName(), false, getClass().getClassLoader());
            var ways = Arrays.stream(type.getDeclaredConstructors())
                    .collect(Collectors.toMap(
                            way -> List.of(way.getParameterTypes()),
                            (Function<Constructor<?>, Boolean>) way -> Modifier.isPublic(way.getModifiers())));
            assertEquals(Map.of(List.of(), true, List.of(Wiring.class), true), ways, handler.getName());
            assertTrue(Modifier.isPublic(type.getModifiers()), handler.getName());
        }
    }

    @Test
    void everyPackageSaysWhatItIsForAndIsNullMarked() throws IOException {
        var root = TemplateText.root().resolve("functions/src/main/java");
        try (var files = Files.walk(root)) {
            var packages = files.filter(file -> file.toString().endsWith(".java"))
                    .map(Path::getParent)
                    .collect(Collectors.toSet());
            for (var folder : packages) {
                var info = folder.resolve("package-info.java");
                assertTrue(Files.exists(info), folder + " has no package-info.java");
                var text = Files.readString(info);
                assertTrue(text.startsWith("/**") && text.contains("@NullMarked"), folder.toString());
            }
        }
    }

    @Test
    void noClassIsNamedForNothing() {
        for (var type : Sources.CLASSES) {
            for (var word : type.getSimpleName().split("(?=[A-Z])", -1)) {
                assertFalse(BANNED.contains(word), type.getName());
            }
        }
    }

    private static int states(Map<String, Object> tree, Path file) {
        var called = 0;
        for (var state : Json.child(tree, "States").entrySet()) {
            var definition = Json.child(Json.child(tree, "States"), state.getKey());
            var resource = Json.string(definition, "Resource")
                    + Json.child(definition, "Arguments").getOrDefault("FunctionName", "");
            var function = STATE.matcher(resource);
            if (function.find()) {
                assertEquals(spelled(function.group(1), " "), state.getKey().toLowerCase(Locale.ROOT), file.toString());
                called++;
            }
            called += states(Json.child(definition, "ItemProcessor"), file);
        }
        return called;
    }

    private Set<String> functions() {
        return template.functions().stream()
                .map(TemplateText.Declared::name)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Map<String, Map<String, Object>> events() throws IOException {
        var events = new TreeMap<String, Map<String, Object>>();
        try (var files = Files.list(TemplateText.root().resolve("events"))) {
            for (var file : files.toList()) {
                events.put(file.getFileName().toString(), Json.object(Files.readString(file)));
            }
        }
        return events;
    }

    private static String name(JavaClass handler) {
        return handler.getSimpleName().replaceAll("Handler$", "");
    }

    private static String spelled(String name, String between) {
        return name.replaceAll("(?<=[a-z])(?=[A-Z])", between).toLowerCase(Locale.ROOT);
    }
}
