package dev.kept.local.aws;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** One HTTP server on loopback behind which all the AWS services of the local run that are made here answer. */
public final class AwsEndpoint implements AutoCloseable {
    private final Map<String, Operation> operations = new HashMap<>();
    private final HttpServer server;
    private final ExecutorService threads;

    private AwsEndpoint(HttpServer server, ExecutorService threads) {
        this.server = server;
        this.threads = threads;
    }

    public static AwsEndpoint start(AwsService... services) {
        // Without it the JDK's server holds each answer back for 40 ms; it is read when the first server is made.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        HttpServer server;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException("no port on loopback for the local AWS services", e);
        }
        // As many threads as calls: one that starts a workflow waits for others that the workflow makes.
        ExecutorService threads = Executors.newCachedThreadPool(work -> {
            Thread thread = new Thread(work, "aws");
            thread.setDaemon(true);
            return thread;
        });
        AwsEndpoint endpoint = new AwsEndpoint(server, threads);
        for (AwsService service : services) {
            endpoint.operations.putAll(service.operations());
        }
        server.setExecutor(threads);
        server.createContext("/", endpoint::answer);
        server.start();
        return endpoint;
    }

    public URI endpoint() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            String target = exchange.getRequestHeaders().getFirst("X-Amz-Target");
            String type = exchange.getRequestHeaders().getFirst("Content-Type");
            Protocol protocol = target == null
                    ? QueryProtocol.of(body)
                    : new JsonProtocol(target, type == null ? "application/x-amz-json-1.1" : type, body);
            answer(exchange, protocol);
        }
    }

    private void answer(HttpExchange exchange, Protocol protocol) throws IOException {
        try {
            Operation operation = operations.get(protocol.operation());
            if (operation == null) {
                throw new AwsFault(
                        "UnknownOperationException", protocol.operation() + " is not part of the local run.");
            }
            send(exchange, 200, protocol.contentType(), protocol.answer(operation.answer(protocol.call())));
        } catch (AwsFault fault) {
            fault(exchange, protocol, fault);
        } catch (RuntimeException unforeseen) {
            // Only its class: what it says may quote the request.
            fault(
                    exchange,
                    protocol,
                    new AwsFault("InternalFailure", unforeseen.getClass().getName(), 500));
        }
    }

    private static void fault(HttpExchange exchange, Protocol protocol, AwsFault fault) throws IOException {
        exchange.getResponseHeaders().set("x-amzn-ErrorType", fault.code());
        send(exchange, fault.status(), protocol.contentType(), protocol.fault(fault));
    }

    private static void send(HttpExchange exchange, int status, String type, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
