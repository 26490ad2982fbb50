package dev.kept.local;

import dev.kept.local.gateway.HttpAnswer;
import dev.kept.local.gateway.HttpCall;
import dev.kept.local.gateway.HttpHandling;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Hands calls on to the API on LocalStack. LocalStack serves an API under a long path; pages and links of Kept begin at
 * the root, as they do behind a domain on AWS.
 */
final class StackApi implements HttpHandling {
    /** Those of one connection, which are no business of the other. */
    private static final Set<String> OWN =
            Set.of("connection", "content-length", "expect", "host", "keep-alive", "transfer-encoding", "upgrade");

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private final URI api;

    StackApi(URI api) {
        this.api = api;
    }

    @Override
    public HttpAnswer answer(HttpCall call) {
        var request = HttpRequest.newBuilder(URI.create(api + call.rawPath() + query(call)))
                .method(call.method(), HttpRequest.BodyPublishers.ofByteArray(call.body()));
        call.headers().forEach((name, values) -> {
            if (!OWN.contains(name.toLowerCase(Locale.ROOT))) {
                values.forEach(value -> request.header(name, value));
            }
        });
        try {
            var answered = http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            return new HttpAnswer(answered.statusCode(), headers(answered), answered.body());
        } catch (IOException silent) {
            return HttpAnswer.of(502, "text/plain; charset=utf-8", "LocalStack does not answer.");
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return HttpAnswer.of(503, "text/plain; charset=utf-8", "Stopping.");
        }
    }

    private static String query(HttpCall call) {
        var pairs = new ArrayList<String>();
        call.query()
                .forEach((name, values) -> values.forEach(value -> pairs.add(encoded(name) + "=" + encoded(value))));
        return pairs.isEmpty() ? "" : "?" + String.join("&", pairs);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static Map<String, List<String>> headers(HttpResponse<byte[]> answered) {
        var headers = new LinkedHashMap<>(answered.headers().map());
        headers.keySet().removeIf(name -> OWN.contains(name.toLowerCase(Locale.ROOT)));
        return headers;
    }
}
