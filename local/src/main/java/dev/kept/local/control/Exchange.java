package dev.kept.local.control;

import dev.kept.http.Json;
import dev.kept.local.gateway.HttpAnswer;
import dev.kept.local.gateway.HttpCall;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What all calls under {@code /_local} take and answer alike: fields as JSON or as a form, and problems. */
final class Exchange {
    private Exchange() {}

    static Map<String, String> fields(HttpCall call) {
        if (isForm(call)) {
            return call.form();
        }
        var fields = new LinkedHashMap<String, String>();
        Json.object(call.text()).forEach((name, value) -> fields.put(name, String.valueOf(value)));
        return fields;
    }

    static boolean isForm(HttpCall call) {
        // a command line that names no type says it is a form, whatever it sends
        return call.mediaType().equals("application/x-www-form-urlencoded")
                && !call.text().startsWith("{");
    }

    static HttpAnswer problem(int status, String title, String detail) {
        var body = Json.text(Map.of("type", "about:blank", "title", title, "status", status, "detail", detail));
        return new HttpAnswer(
                status,
                Map.of("Content-Type", List.of("application/problem+json")),
                body.getBytes(StandardCharsets.UTF_8));
    }
}
