package dev.kept.local.gateway;

import com.sun.net.httpserver.HttpExchange;
import dev.kept.http.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/**
 * What is answered to a call.
 *
 * @param status the HTTP status
 * @param headers each header's values
 * @param body empty for none
 */
@SuppressWarnings("ArrayRecordComponent") // answers are never compared
public record HttpAnswer(int status, Map<String, List<String>> headers, byte[] body) {
    public static HttpAnswer json(int status, Object tree) {
        return of(status, "application/json; charset=utf-8", Json.text(tree));
    }

    public static HttpAnswer page(int status, String html) {
        return of(status, "text/html; charset=utf-8", html);
    }

    public static HttpAnswer of(int status, String type, String text) {
        return new HttpAnswer(status, Map.of("Content-Type", List.of(type)), text.getBytes(StandardCharsets.UTF_8));
    }

    public static HttpAnswer seeOther(String address) {
        return new HttpAnswer(303, Map.of("Location", List.of(address)), new byte[0]);
    }

    void send(HttpExchange exchange) throws IOException {
        headers.forEach((name, values) -> exchange.getResponseHeaders().put(name, List.copyOf(values)));
        var empty = body.length == 0
                || status == 204
                || status == 304
                || exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(status, empty ? -1 : body.length);
        if (!empty) {
            exchange.getResponseBody().write(body);
        }
    }
}
