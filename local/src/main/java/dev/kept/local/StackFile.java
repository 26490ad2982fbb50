package dev.kept.local;

import dev.kept.http.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What {@code localstack/up} has written about a stack that was deployed on LocalStack.
 *
 * @param address where people reach it
 * @param api the stage of its API, as LocalStack serves it
 * @param endpoint where LocalStack answers for AWS
 * @param policy the id of its policy
 * @param longestWaitSeconds how long its workflows wait at most before they look again
 * @param settings what its functions are told, all of them together
 * @param resources the physical id of each resource, by the logical one
 */
public record StackFile(
        URI address,
        URI api,
        URI endpoint,
        String policy,
        int longestWaitSeconds,
        Map<String, String> settings,
        Map<String, String> resources) {
    public StackFile {
        settings = Map.copyOf(settings);
        resources = Map.copyOf(resources);
    }

    public static StackFile read(Path file) {
        try {
            var tree = Json.object(Files.readString(file));
            return new StackFile(
                    URI.create(Json.string(tree, "address")),
                    URI.create(Json.string(tree, "api")),
                    URI.create(Json.string(tree, "endpoint")),
                    Json.string(tree, "policy"),
                    Json.number(tree, "longestWaitSeconds"),
                    texts(tree, "settings"),
                    texts(tree, "resources"));
        } catch (IOException missing) {
            throw new UncheckedIOException("There is no stack on LocalStack: start it with localstack/up", missing);
        }
    }

    private static Map<String, String> texts(Map<String, Object> tree, String name) {
        var texts = new LinkedHashMap<String, String>();
        Json.child(tree, name).forEach((key, value) -> texts.put(key, String.valueOf(value)));
        return texts;
    }
}
