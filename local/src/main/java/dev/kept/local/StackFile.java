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
 * @param settings what its functions are told, all of them together
 */
public record StackFile(URI address, URI api, URI endpoint, String policy, Map<String, String> settings) {
    public StackFile {
        settings = Map.copyOf(settings);
    }

    public static StackFile read(Path file) {
        try {
            var tree = Json.object(Files.readString(file));
            var settings = new LinkedHashMap<String, String>();
            Json.child(tree, "settings").forEach((name, value) -> settings.put(name, String.valueOf(value)));
            return new StackFile(
                    URI.create(Json.string(tree, "address")),
                    URI.create(Json.string(tree, "api")),
                    URI.create(Json.string(tree, "endpoint")),
                    Json.string(tree, "policy"),
                    settings);
        } catch (IOException missing) {
            throw new UncheckedIOException("There is no stack on LocalStack: start it with localstack/up", missing);
        }
    }
}
