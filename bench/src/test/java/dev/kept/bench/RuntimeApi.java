package dev.kept.bench;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;

/** Lambda's own side of one cold start: hands out one event and waits for its answer. */
final class RuntimeApi implements AutoCloseable {
    /** What came back, and when. */
    record Answer(String path, String body, long at) {}

    private final HttpServer server;
    private final byte[] event;
    private final CompletableFuture<Long> ready = new CompletableFuture<>();
    private final CompletableFuture<Answer> answer = new CompletableFuture<>();

    RuntimeApi(String event) throws IOException {
        this.event = event.getBytes(StandardCharsets.UTF_8);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newCachedThreadPool(task -> {
            var thread = new Thread(task, "runtime");
            thread.setDaemon(true);
            return thread;
        }));
        server.createContext("/", this::serve);
        server.start();
    }

    String address() {
        return "127.0.0.1:" + server.getAddress().getPort();
    }

    /** When the function asked for its first event. */
    CompletableFuture<Long> ready() {
        return ready;
    }

    CompletableFuture<Answer> answer() {
        return answer;
    }

    private void serve(HttpExchange call) throws IOException {
        var path = call.getRequestURI().getPath();
        if (path.endsWith("/next")) {
            if (!ready.complete(System.nanoTime())) {
                return; // there is no second event: the process is ended while it waits
            }
            var headers = call.getResponseHeaders();
            headers.set("Content-Type", "application/json"); // without it the native client dies
            headers.set("Lambda-Runtime-Aws-Request-Id", "8476a536-e9f4-11e8-9739-2dfe598c3fcd");
            headers.set("Lambda-Runtime-Deadline-Ms", Long.toString(System.currentTimeMillis() + 60_000));
            headers.set("Lambda-Runtime-Invoked-Function-Arn", "arn:aws:lambda:eu-west-3:000000000000:function:f");
            send(call, 200, event);
        } else {
            var body = new String(call.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            answer.complete(new Answer(path, body, System.nanoTime()));
            send(call, 202, new byte[0]);
        }
    }

    private static void send(HttpExchange call, int status, byte[] body) throws IOException {
        try (call) {
            call.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
            call.getResponseBody().write(body);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
