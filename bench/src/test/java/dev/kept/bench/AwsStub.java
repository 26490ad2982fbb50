package dev.kept.bench;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.Executors;

/** Answers the few calls that the functions make at once and always alike, so that only the functions are measured. */
final class AwsStub implements AutoCloseable {
    private static final String BYTES = Base64.getEncoder().encodeToString(new byte[32]);
    private static final Map<String, String> ANSWERS = Map.of(
            "GetItem", "{\"Item\":{\"requestId\":{\"S\":\"1\"}}}",
            "UpdateItem", "{\"Attributes\":{\"count\":{\"N\":\"1\"},\"id\":{\"S\":\"1\"}}}",
            "GenerateMac", "{\"Mac\":\"" + BYTES + "\"}",
            "GenerateDataKey", "{\"Plaintext\":\"" + BYTES + "\",\"CiphertextBlob\":\"" + BYTES + "\"}",
            "StartExecution", "{\"executionArn\":\"arn\",\"startDate\":1}");

    private final HttpServer server;

    AwsStub() throws IOException {
        // without it each answer waits for the acknowledgement of its headers, some 40 ms that no real service takes
        System.setProperty("sun.net.httpserver.nodelay", "true");
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newCachedThreadPool(task -> {
            var thread = new Thread(task, "aws");
            thread.setDaemon(true);
            return thread;
        }));
        server.createContext("/", AwsStub::answer);
        server.start();
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private static void answer(HttpExchange call) throws IOException {
        try (call) {
            call.getRequestBody().readAllBytes();
            var target = String.valueOf(call.getRequestHeaders().getFirst("X-Amz-Target"));
            var answer =
                    ANSWERS.getOrDefault(target.replaceAll(".*\\.", ""), "{}").getBytes(StandardCharsets.UTF_8);
            call.getResponseHeaders().set("Content-Type", "application/x-amz-json-1.0");
            call.sendResponseHeaders(200, answer.length);
            call.getResponseBody().write(answer);
        }
    }
}
