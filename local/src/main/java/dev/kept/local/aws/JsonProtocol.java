package dev.kept.local.aws;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;

/** AWS JSON 1.0 and 1.1: the operation in the header X-Amz-Target, the rest in the body. */
final class JsonProtocol implements Protocol {
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
            return new Call(JSON.std.mapFrom(body));
        } catch (IOException e) {
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

    private static byte[] write(Map<String, Object> tree) {
        try {
            return JSON.std.asBytes(tree);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
