package dev.kept;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kept.http.Json;
import dev.kept.http.ProblemKind;
import dev.kept.policy.FieldType;
import dev.kept.policy.RequestKind;
import dev.kept.policy.Word;
import dev.kept.request.RequestState;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The description of the API, against the template and the code. */
class OpenApiTest {
    private static final String PREFIX = "#/components/";

    private final Map<String, Object> document;
    private final List<TemplateText.Declared> functions;

    OpenApiTest() throws IOException {
        document = Json.object(Files.readString(TemplateText.root().resolve("web/openapi.json")));
        functions = new TemplateText().functions();
    }

    @Test
    void itDescribesEveryRouteAndNoOther() {
        var described = new TreeSet<String>();
        operations((call, operation) -> described.add(call));
        var deployed = functions.stream()
                .flatMap(function -> function.routes().stream())
                .map(TemplateText.Route::toString)
                .collect(Collectors.toCollection(TreeSet::new));

        assertEquals(deployed, described);
    }

    @Test
    void itSaysWhichCallsAreForStaff() {
        var described = new TreeMap<String, Boolean>();
        operations((call, operation) -> described.put(
                call,
                Json.list(operation, "security").stream().anyMatch(way -> ((Map<?, ?>) way).containsKey("staff"))));
        var deployed = new TreeMap<String, Boolean>();
        functions.forEach(
                function -> function.routes().forEach(route -> deployed.put(route.toString(), route.staff())));

        assertEquals(deployed, described);
    }

    @Test
    void everyOperationIsNamedOnceAndSummarised() {
        var names = new ArrayList<String>();
        operations((call, operation) -> {
            names.add(Json.string(operation, "operationId"));
            assertFalse(Json.string(operation, "summary").isBlank(), call);
            assertFalse(Json.child(operation, "responses").isEmpty(), call);
        });

        assertEquals(new HashSet<>(names).size(), names.size(), names.toString());
    }

    @Test
    void aRouteThatOneFunctionHasForItselfBearsItsName() {
        for (var function : functions) {
            if (function.routes().size() == 1) {
                var route = function.routes().get(0);
                var operation = Json.child(Json.child(Json.child(document, "paths"), route.path()), route.method());
                var name = function.name().substring(0, 1).toLowerCase(Locale.ROOT)
                        + function.name().substring(1);
                assertEquals(name, Json.string(operation, "operationId"), route.toString());
            }
        }
    }

    @Test
    void everyParameterOfAPathIsDescribed() {
        operations((call, operation) -> {
            var inPath = Pattern.compile("\\{(\\w+)}")
                    .matcher(call)
                    .results()
                    .map(found -> found.group(1))
                    .collect(Collectors.toCollection(TreeSet::new));
            var described = Json.list(operation, "parameters").stream()
                    .map(this::resolved)
                    .filter(parameter -> Json.string(parameter, "in").equals("path"))
                    .map(parameter -> Json.string(parameter, "name"))
                    .collect(Collectors.toCollection(TreeSet::new));
            assertEquals(inPath, described, call);
        });
    }

    @Test
    void everyPostTakesAFormAsWell() {
        operations((call, operation) -> {
            var content = Json.child(Json.child(operation, "requestBody"), "content");
            if (!content.isEmpty()) {
                var files = call.equals("post /requests/{requestId}/evidence");
                var form = files ? "multipart/form-data" : "application/x-www-form-urlencoded";
                assertEquals(new TreeSet<>(List.of("application/json", form)), new TreeSet<>(content.keySet()), call);
            }
        });
    }

    @Test
    void everyPartIsThereAndUsed() {
        var used = new TreeSet<String>();
        references(document, used);
        var there = new TreeSet<String>();
        Json.child(document, "components").forEach((list, parts) -> {
            if (!list.equals("securitySchemes")) {
                ((Map<?, ?>) parts).keySet().forEach(part -> there.add(PREFIX + list + "/" + part));
            }
        });

        assertEquals(there, used);
    }

    @Test
    void listsOfWordsAreThoseOfTheCode() {
        assertEquals(Arrays.stream(RequestKind.values()).map(Word::word).toList(), words("RequestKind"));
        assertEquals(
                Arrays.stream(RequestState.values()).map(RequestState::word).toList(), words("RequestState"));
        assertEquals(Arrays.stream(ProblemKind.values()).map(ProblemKind::slug).toList(), words("ProblemKind"));
        var types = Json.child(Json.child(schema("Field"), "properties"), "type");
        assertEquals(
                Arrays.stream(FieldType.values()).map(Word::word).collect(Collectors.toSet()),
                new HashSet<>(Json.list(types, "enum")));
    }

    private void operations(BiConsumer<String, Map<String, Object>> each) {
        var paths = Json.child(document, "paths");
        assertTrue(paths.size() > 1);
        paths.keySet()
                .forEach(path -> Json.child(paths, path)
                        .keySet()
                        .forEach(method ->
                                each.accept(method + " " + path, Json.child(Json.child(paths, path), method))));
    }

    @SuppressWarnings("unchecked")
    private Map<String, Object> resolved(Object part) {
        var tree = (Map<String, Object>) part;
        var reference = Json.string(tree, "$ref");
        for (var step :
                reference.isEmpty() ? new String[0] : reference.substring(2).split("/", -1)) {
            tree = Json.child(step.equals("components") ? document : tree, step);
        }
        return tree;
    }

    private static void references(Object part, Set<String> found) {
        if (part instanceof Map<?, ?> tree) {
            if (tree.get("$ref") instanceof String reference) {
                found.add(reference);
            }
            tree.values().forEach(member -> references(member, found));
        } else if (part instanceof List<?> list) {
            list.forEach(member -> references(member, found));
        }
    }

    private List<Object> words(String schema) {
        return Json.list(schema(schema), "enum");
    }

    private Map<String, Object> schema(String name) {
        return Json.child(Json.child(Json.child(document, "components"), "schemas"), name);
    }
}
