package dev.kept.local.aws;

import dev.kept.http.Json;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/** AWS JSON 1.0 and 1.1: the operation in the header X-Amz-Target, the rest in the body. */
final class JsonProtocol implements Protocol {
    private static final Base64.Encoder BASE64 = Base64.getEncoder();

    private final String operation;
    private final String contentType;
    private final byte[] body;

    JsonProtocol(String operation, String contentType, byte[] body) {
        this.operation = operation;
        this.contentType = contentType;
        this.body = body;
    }

    @Override
    public String operation() {
        return operation;
    }

    @Override
    public String contentType() {
        return contentType;
    }

    @Override
    public Call call() {
        try {
            return new Call(Json.object(new ByteArrayInputStream(body)));
        } catch (Json.NotJson e) {
            throw new AwsFault("SerializationException", "The body is not a JSON object.");
        }
    }

    @Override
    public byte[] answer(Map<String, Object> result) {
        return write(result);
    }

    @Override
    public byte[] fault(AwsFault fault) {
        return write(Map.of("__type", fault.code(), "message", String.valueOf(fault.getMessage())));
    }

    /** A blob, which stands at the top of an answer only, is Base64. */
    private static byte[] write(Map<String, Object> tree) {
        var members = new LinkedHashMap<>(tree);
        members.replaceAll((name, value) -> value instanceof byte[] blob ? BASE64.encodeToString(blob) : value);
        return Json.text(members).getBytes(StandardCharsets.UTF_8);
    }
}
