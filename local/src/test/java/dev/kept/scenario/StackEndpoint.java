package dev.kept.scenario;

import dev.kept.http.Json;
import dev.kept.local.aws.LocalCredentials;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** Where LocalStack answers, for the few calls that no client of Kept makes. */
final class StackEndpoint {
    /** LocalStack looks at the region of a signature only, and takes another one where there is none. */
    private static final String SIGNED = "AWS4-HMAC-SHA256 Credential=test/20261123/" + LocalCredentials.REGION
            + "/lambda/aws4_request, SignedHeaders=host, Signature=0";

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI address;

    StackEndpoint(URI address) {
        this.address = address;
    }

    /** Invokes a function with that event, and waits for it. */
    void invoke(String function, Map<String, Object> event) {
        var answered = post("/2015-03-31/functions/" + function + "/invocations", event);
        if (answered.statusCode() != 200
                || answered.headers().firstValue("X-Amz-Function-Error").isPresent()) {
            throw new IllegalStateException(answered.body());
        }
    }

    /** Arranges a mishap with what {@code localstack/up} adds to LocalStack, and gives back its number. */
    String arrange(Map<String, Object> mishap) {
        var answered = post("/_kept/mishaps", mishap);
        if (answered.statusCode() != 201) {
            throw new IllegalStateException(answered.body());
        }
        return Json.string(Json.object(answered.body()), "id");
    }

    /** Takes a mishap back, and tells what of it has not happened; nothing when it has. */
    Optional<String> cancel(String mishap) {
        var answered = send("/_kept/mishaps/" + mishap, HttpRequest.Builder::DELETE);
        if (answered.statusCode() == 404) {
            return Optional.empty();
        }
        if (answered.statusCode() != 200) {
            throw new IllegalStateException(answered.body());
        }
        return Optional.of(answered.body());
    }

    /**
     * The types of the newest events in these executions' histories.
     *
     * @param until the types that all of them have to have come to
     * @param atMost how long that is waited for
     */
    Map<String, String> lastEvents(Collection<String> executions, Collection<String> until, Duration atMost) {
        var answered = post(
                "/_kept/executions",
                Map.of(
                        "executions",
                        List.copyOf(executions),
                        "until",
                        List.copyOf(until),
                        "seconds",
                        atMost.toSeconds()));
        if (answered.statusCode() != 200) {
            throw new IllegalStateException(executions + ": " + answered.body());
        }
        var types = new TreeMap<String, String>();
        Json.object(answered.body()).forEach((execution, type) -> types.put(execution, String.valueOf(type)));
        return types;
    }

    private HttpResponse<String> post(String path, Map<String, Object> body) {
        return send(path, request -> request.POST(BodyPublishers.ofString(Json.text(body))));
    }

    private HttpResponse<String> send(String path, UnaryOperator<HttpRequest.Builder> method) {
        var request = HttpRequest.newBuilder(address.resolve(path)).header("Authorization", SIGNED);
        try {
            return http.send(method.apply(request).build(), BodyHandlers.ofString());
        } catch (IOException lost) {
            throw new UncheckedIOException(lost);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
