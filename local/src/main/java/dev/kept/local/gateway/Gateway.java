package dev.kept.local.gateway;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.kept.local.function.Functions;
import dev.kept.local.template.Template;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Serves the API on one port, as API Gateway would in front of the same functions. */
public final class Gateway implements AutoCloseable {
    private final HttpServer server;
    private final ExecutorService threads;
    private final List<Observer> observers = new CopyOnWriteArrayList<>();

    private Gateway(HttpServer server) {
        this.server = server;
        threads = Executors.newCachedThreadPool(work -> {
            var thread = new Thread(work, "gateway");
            thread.setDaemon(true);
            return thread;
        });
        server.setExecutor(threads);
    }

    /** Learns of each call that a function has answered. */
    @FunctionalInterface
    public interface Observer {
        void answered(HttpCall call, int status);
    }

    /**
     * Takes a port of this machine, 0 for any; nothing is answered before {@link #open}.
     *
     * @throws java.net.BindException when something else has it
     */
    public static Gateway take(int port) throws IOException {
        // without it the JDK's server holds each answer back for 40 ms; it is read when the first server is made
        System.setProperty("sun.net.httpserver.nodelay", "true");
        return new Gateway(HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0));
    }

    public URI address() {
        return URI.create("http://localhost:" + server.getAddress().getPort());
    }

    public void observe(Observer observer) {
        observers.add(observer);
    }

    /** Answers calls under a path otherwise than by a function; before {@link #open}. */
    public void serve(String path, HttpHandling handling) {
        server.createContext(path, exchange -> answer(exchange, handling));
    }

    /** Begins to answer; the ids of calls come from the seed. */
    public void open(Template template, Functions functions, Clock clock, long seed) {
        var api = template.apis().values().stream()
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("template.yaml has no AWS::Serverless::Api"));
        var routes = new Routes(template.functions().values());
        open(new Proxy(api, routes, functions, clock, seed)::answer);
    }

    /** Begins to answer what no other path is for. */
    public void open(HttpHandling handling) {
        server.createContext(
                "/",
                exchange -> answer(exchange, call -> {
                    var answer = handling.answer(call);
                    observers.forEach(observer -> observer.answered(call, answer.status()));
                    return answer;
                }));
        server.start();
    }

    private static void answer(HttpExchange exchange, HttpHandling handling) throws IOException {
        try (exchange) {
            handling.answer(HttpCall.of(exchange)).send(exchange);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
