package dev.kept.scenario;

import dev.kept.http.Json;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** An answer over HTTP, as a scenario looks at it. */
record Answered(int status, Map<String, List<String>> headers, byte[] bytes) {
    static Answered of(HttpResponse<byte[]> response) {
        return new Answered(response.statusCode(), response.headers().map(), response.body());
    }

    String body() {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    Map<String, Object> json() {
        return Json.object(body());
    }

    String text(String name) {
        return Json.string(json(), name);
    }

    Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT))).map(values -> values.get(0));
    }

    /** For a failed assertion: what came instead. */
    @Override
    public String toString() {
        return status + " " + body();
    }
}
