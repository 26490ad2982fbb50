package dev.kept.http;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a function answers over HTTP.
 *
 * @param status the HTTP status
 * @param headers beyond those that every answer carries
 * @param body empty for none
 */
public record Reply(int status, Map<String, String> headers, String body) {
    private static final String JSON = "application/json; charset=utf-8";

    public static Reply json(int status, Object tree) {
        return new Reply(status, Map.of("Content-Type", JSON), Json.text(tree));
    }

    public static Reply ok(Object tree) {
        return json(200, tree);
    }

    public static Reply created(Object tree) {
        return json(201, tree);
    }

    public static Reply accepted(Object tree) {
        return json(202, tree);
    }

    public static Reply nothing() {
        return new Reply(204, Map.of(), "");
    }

    /** After a plain form: go and look at that page. */
    public static Reply seeOther(String address) {
        return new Reply(303, Map.of("Location", address), "");
    }

    public static Reply of(int status, String contentType, String body) {
        return new Reply(status, Map.of("Content-Type", contentType), body);
    }

    /** A page under the headers that keep it to itself: no script but ours, no frame, no referrer, no cache. */
    public static Reply page(int status, String html) {
        return new Reply(status, PageHeaders.ALL, html);
    }

    public static Reply problem(Problem problem, String instance) {
        var reply = new Reply(
                problem.kind().status(),
                Map.of("Content-Type", "application/problem+json"),
                Json.text(problem.body(instance)));
        return problem.retryAfterSeconds() > 0
                ? reply.with("Retry-After", Integer.toString(problem.retryAfterSeconds()))
                : reply;
    }

    public Reply with(String header, String value) {
        var more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Reply(status, more, body);
    }

    /** Answers carry personal data and tokens: only what became of the call is shown. */
    @Override
    public String toString() {
        return "Reply[" + status + "]";
    }

    /** The answer that API Gateway expects of a proxy integration. */
    Map<String, Object> event() {
        var all = new LinkedHashMap<String, String>();
        all.put("Cache-Control", "no-store");
        all.put("X-Content-Type-Options", "nosniff");
        all.put("Strict-Transport-Security", "max-age=63072000; includeSubDomains; preload");
        all.putAll(headers);
        return Map.of("statusCode", status, "headers", all, "body", body, "isBase64Encoded", false);
    }
}
