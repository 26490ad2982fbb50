package dev.kept.scenario;

import dev.kept.http.Json;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/** An answer over HTTP, as a scenario looks at it. */
final class Answered {
    private final HttpResponse<byte[]> response;

    Answered(HttpResponse<byte[]> response) {
        this.response = response;
    }

    int status() {
        return response.statusCode();
    }

    byte[] bytes() {
        return response.body();
    }

    String body() {
        return new String(bytes(), StandardCharsets.UTF_8);
    }

    Map<String, Object> json() {
        return Json.object(body());
    }

    String text(String name) {
        return Json.string(json(), name);
    }

    Optional<String> header(String name) {
        return response.headers().firstValue(name);
    }

    /** Every header, the addresses that it leads to among them. */
    String headers() {
        return response.headers().map().toString();
    }

    /** For a failed assertion: what came instead. */
    @Override
    public String toString() {
        return status() + " " + body();
    }
}
