package dev.kept;

import dev.kept.http.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * The template as a tree, CloudFormation's short tags written as they stand: {@code !GetAtt Key.Arn} is the text
 * {@code !GetAtt Key.Arn}.
 */
final class TemplateText {
    private final Map<String, Object> tree;

    TemplateText() throws IOException {
        this(Files.readString(root().resolve("template.yaml")));
    }

    TemplateText(String yaml) {
        var read = new Compose(LoadSettings.builder().build()).composeString(yaml);
        tree = object(tree(read.orElseThrow()));
    }

    /** The project's folder, asked for anew each time: faults are tried out on a copy of it. */
    static Path root() {
        return Path.of(System.getProperty("kept.root", ".."));
    }

    /** Where the functions' sources are. */
    static Path sources() {
        return root().resolve("functions/src/main/java/dev/kept");
    }

    /** One function by its resource's name without {@code Function}. */
    record Declared(String name, String handler, List<Route> routes, Map<String, Object> properties) {
        /** What it is told, by the names of its environment. */
        Map<String, Object> settings() {
            return Json.child(Json.child(properties, "Environment"), "Variables");
        }

        /** Its Java source. */
        Path source() {
            return sources().resolve(handler.replaceFirst("dev\\.kept\\.", "").replace('.', '/') + ".java");
        }
    }

    /** A call that leads to a function. */
    record Route(String method, String path, boolean staff) {
        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    Map<String, Object> parameters() {
        return Json.child(tree, "Parameters");
    }

    Map<String, Object> globals() {
        return Json.child(Json.child(tree, "Globals"), "Function");
    }

    /** Every resource by its name. */
    Map<String, Object> resources() {
        return Json.child(tree, "Resources");
    }

    /** The resources of that type by name, each whole. */
    Map<String, Map<String, Object>> resources(String type) {
        var found = new TreeMap<String, Map<String, Object>>();
        resources().forEach((name, resource) -> {
            if (type.equals(object(resource).get("Type"))) {
                found.put(name, object(resource));
            }
        });
        return found;
    }

    /** The resources of that type by name, of each its properties. */
    Map<String, Map<String, Object>> properties(String type) {
        var found = new TreeMap<String, Map<String, Object>>();
        resources(type).forEach((name, resource) -> found.put(name, Json.child(resource, "Properties")));
        return found;
    }

    List<Declared> functions() {
        return properties("AWS::Serverless::Function").entrySet().stream()
                .map(function -> new Declared(
                        function.getKey().replaceAll("Function$", ""),
                        Json.string(function.getValue(), "Handler"),
                        routes(Json.child(function.getValue(), "Events")),
                        function.getValue()))
                .toList();
    }

    /** The seconds that a function may take, by its name without {@code Function}. */
    String timeout(String function) {
        var its = properties("AWS::Serverless::Function").getOrDefault(function + "Function", Map.of());
        return Json.string(its.containsKey("Timeout") ? its : globals(), "Timeout");
    }

    private static List<Route> routes(Map<String, Object> events) {
        var routes = new ArrayList<Route>();
        for (var event : events.values()) {
            if ("Api".equals(object(event).get("Type"))) {
                var its = Json.child(object(event), "Properties");
                var staff = "StaffAuthorizer".equals(Json.child(its, "Auth").get("Authorizer"));
                routes.add(new Route(Json.string(its, "Method"), Json.string(its, "Path"), staff));
            }
        }
        return routes;
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> object(Object tree) {
        return tree instanceof Map<?, ?> found ? (Map<String, Object>) found : Map.of();
    }

    private static Object tree(Node node) {
        if (node instanceof MappingNode mapping) {
            var map = new LinkedHashMap<String, Object>();
            mapping.getValue().forEach(pair -> map.put(text(pair.getKeyNode()), tree(pair.getValueNode())));
            return map;
        }
        if (node instanceof SequenceNode sequence) {
            return tag(
                    node, sequence.getValue().stream().map(TemplateText::tree).toList());
        }
        return text(node);
    }

    private static String text(Node node) {
        return String.valueOf(tag(node, ((ScalarNode) node).getValue()));
    }

    private static Object tag(Node node, Object value) {
        var tag = node.getTag().getValue();
        return tag.startsWith("!") ? tag + " " + value : value;
    }
}
