package dev.kept.http;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What went wrong, as RFC 9457 says it. Never repeats a value that was sent.
 *
 * @param kind what kind of problem it is
 * @param detail how to put it right
 * @param fields names of the fields at fault, empty where no input was at fault
 * @param retryAfterSeconds when to try again, 0 where that does not apply
 * @param more members of the answer beyond those of the RFC
 */
public record Problem(
        ProblemKind kind, String detail, List<String> fields, int retryAfterSeconds, Map<String, Object> more) {
    public Problem {
        fields = List.copyOf(fields);
        more = Map.copyOf(more);
    }

    public Problem(ProblemKind kind, String detail) {
        this(kind, detail, List.of(), 0, Map.of());
    }

    public static Problem fields(ProblemKind kind, String detail, List<String> fields) {
        return new Problem(kind, detail, fields, 0, Map.of());
    }

    /** The body of an {@code application/problem+json} answer. */
    public Map<String, Object> body(String instance) {
        var body = new LinkedHashMap<String, Object>();
        body.put("type", "/problems/" + kind.slug());
        body.put("title", kind.title());
        body.put("status", kind.status());
        body.put("detail", detail);
        body.put("instance", instance);
        if (!fields.isEmpty()) {
            body.put("fields", fields);
        }
        body.putAll(more);
        return body;
    }
}
