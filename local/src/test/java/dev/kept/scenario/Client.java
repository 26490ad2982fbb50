package dev.kept.scenario;

import dev.kept.http.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/** Calls a running system as the outside does. */
final class Client {
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private final URI address;
    private final AtomicInteger calls = new AtomicInteger();

    Client(URI address) {
        this.address = address;
    }

    Answered get(String path, String... headers) {
        return send(request(path, headers).GET().build());
    }

    Answered post(String path, Map<String, Object> body, String... headers) {
        return post(path, "application/json", Json.text(body), headers);
    }

    /** As a browser posts a plain form. */
    Answered submit(String path, Map<String, String> fields) {
        var form = fields.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
        return post(path, "application/x-www-form-urlencoded", form, "Accept", "text/html");
    }

    Answered post(String path, String type, String body, String... headers) {
        return send(request(path, headers)
                .header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    private HttpRequest.Builder request(String path, String... headers) {
        var uri = path.startsWith("http") ? URI.create(path) : address.resolve(path);
        // everybody calls from an address of her own, as far as the system believes the header
        var sender = "198.51.100." + calls.incrementAndGet() % 255;
        var builder = HttpRequest.newBuilder(uri).header("X-Forwarded-For", sender);
        return headers.length == 0 ? builder : builder.headers(headers);
    }

    private Answered send(HttpRequest request) {
        try {
            return new Answered(http.send(request, HttpResponse.BodyHandlers.ofByteArray()));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
