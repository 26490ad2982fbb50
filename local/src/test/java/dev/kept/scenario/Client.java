package dev.kept.scenario;

import dev.kept.http.Json;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Calls a running system as the outside does. */
final class Client {
    private final HttpClient http;
    private final URI address;
    private final AtomicInteger calls;
    private final Consumer<String> asked;

    Client(URI address) {
        this(
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .followRedirects(HttpClient.Redirect.NEVER)
                        .build(),
                address,
                new AtomicInteger(),
                request -> {});
    }

    private Client(HttpClient http, URI address, AtomicInteger calls, Consumer<String> asked) {
        this.http = http;
        this.address = address;
        this.calls = calls;
        this.asked = asked;
    }

    /** The same one, which tells the id of each request that is made with it. */
    Client telling(Consumer<String> asked) {
        return new Client(http, address, calls, asked);
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

    /** As a browser posts a form with a file. */
    Answered upload(String path, Map<String, String> fields, String name, byte[] file, String... headers) {
        var boundary = "----WebKitFormBoundary" + Integer.toHexString(calls.get());
        var body = new ByteArrayOutputStream();
        fields.forEach((field, value) -> body.writeBytes(("--" + boundary
                        + "\r\nContent-Disposition: form-data; name=\"" + field + "\"\r\n\r\n" + value + "\r\n")
                .getBytes(StandardCharsets.UTF_8)));
        body.writeBytes(("--" + boundary + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
                        + "\"\r\nContent-Type: application/pdf\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(file);
        body.writeBytes(("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return send(request(path, headers)
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray()))
                .build());
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
            var answered = new Answered(http.send(request, HttpResponse.BodyHandlers.ofByteArray()));
            if (request.uri().getPath().equals("/requests")) {
                made(answered).ifPresent(asked);
            }
            return answered;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    /** The id of the request that was made, as a program or as a browser is told it. */
    private static Optional<String> made(Answered answered) {
        return switch (answered.status()) {
            case 202 -> Optional.of(answered.text("requestId"));
            case 303 ->
                answered.header("Location")
                        .map(page -> page.replaceFirst("^/requests/", "").replaceFirst("[?/].*", ""));
            default -> Optional.empty();
        };
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
