package dev.kept.scenario;

import dev.kept.http.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Mishaps of a stack on LocalStack, arranged with what {@code localstack/up} adds to it. */
final class StackMishaps implements Mishaps {
    private final HttpClient http = HttpClient.newHttpClient();
    private final URI arrange;

    /** @param endpoint where LocalStack answers for AWS */
    StackMishaps(URI endpoint) {
        arrange = endpoint.resolve("/_kept/mishaps");
    }

    @Override
    public void fail(String requestId, String state, int times, String errorType) {
        // a function is called like its state
        arrange("fail", state.replace(" ", "") + "Function", times, List.of(requestId), errorType);
    }

    @Override
    public void refuse(String operation, int times, String... about) {
        arrange("refuse", operation, times, List.of(about), "");
    }

    @Override
    public void loseAnswer(String operation, String... about) {
        arrange("lose-answer", operation, 1, List.of(about), "");
    }

    @Override
    public void dieAfter(String operation, String... about) {
        arrange("die-after", operation, 1, List.of(about), "");
    }

    private void arrange(String kind, String name, int times, List<String> about, String error) {
        var mishap = new LinkedHashMap<String, Object>(
                Map.of("kind", kind, "name", name, "times", times, "about", about, "error", error));
        try {
            var answered = http.send(
                    HttpRequest.newBuilder(arrange)
                            .POST(BodyPublishers.ofString(Json.text(mishap)))
                            .build(),
                    BodyHandlers.ofString());
            if (answered.statusCode() != 204) {
                throw new IllegalStateException(answered.body());
            }
        } catch (IOException lost) {
            throw new UncheckedIOException(lost);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
