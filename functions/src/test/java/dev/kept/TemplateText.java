package dev.kept;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The template, read line by line: its resources, and of the functions what the tests compare. */
final class TemplateText {
    static final Path ROOT = Path.of(System.getProperty("kept.root", ".."));

    /** One function by its resource's name without {@code Function}. */
    record Declared(String name, String handler, List<Route> routes) {}

    /** A call that leads to a function. */
    record Route(String method, String path, boolean staff) {
        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    private final Map<String, List<String>> resources = new TreeMap<>();

    TemplateText() throws IOException {
        List<String> current = new ArrayList<>();
        var inResources = false;
        for (var line : Files.readAllLines(ROOT.resolve("template.yaml"))) {
            if (line.matches("\\w+:.*")) {
                inResources = line.equals("Resources:");
            } else if (inResources && line.matches("  \\w+:")) {
                current = new ArrayList<>();
                resources.put(line.strip().replace(":", ""), current);
            } else {
                current.add(line.strip());
            }
        }
    }

    List<Declared> functions() {
        return resources.entrySet().stream()
                .filter(resource -> resource.getValue().contains("Type: AWS::Serverless::Function"))
                .map(resource -> new Declared(
                        resource.getKey().replaceAll("Function$", ""),
                        value("Handler: ", resource.getValue()),
                        routes(resource.getValue())))
                .toList();
    }

    /** The names, without {@code Logs}, of the log groups of functions. */
    Set<String> logs() {
        var names = new TreeSet<String>();
        resources.forEach((name, lines) -> lines.stream()
                .filter(line -> line.equals(
                        "LogGroupName: !Sub \"/aws/lambda/${" + name.replaceAll("Logs$", "") + "Function}\""))
                .forEach(line -> names.add(name.replaceAll("Logs$", ""))));
        return names;
    }

    private static List<Route> routes(List<String> lines) {
        var routes = new ArrayList<Route>();
        for (var at = 0; at < lines.size(); at++) {
            if (lines.get(at).startsWith("Path: ")) {
                var staff = at + 2 < lines.size() && lines.get(at + 2).equals("Authorizer: StaffAuthorizer");
                var method = lines.get(at - 1).substring("Method: ".length());
                routes.add(new Route(method, lines.get(at).substring("Path: ".length()), staff));
            }
        }
        return routes;
    }

    private static String value(String key, List<String> lines) {
        return lines.stream()
                .filter(line -> line.startsWith(key))
                .map(line -> line.substring(key.length()))
                .findFirst()
                .orElse("");
    }
}
