package dev.kept.local.gateway;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A call as it came in.
 *
 * @param method such as {@code POST}
 * @param rawPath as sent, still encoded
 * @param query each parameter's values, decoded
 * @param headers each header's values
 * @param body all of it, or its beginning when it is too large
 * @param sender the caller's network address
 */
@SuppressWarnings("ArrayRecordComponent") // calls are never compared
public record HttpCall(
        String method,
        String rawPath,
        Map<String, List<String>> query,
        Map<String, List<String>> headers,
        byte[] body,
        String sender) {
    /** What API Gateway takes at most. */
    static final int LARGEST_BODY = 10 * 1024 * 1024;

    static HttpCall of(HttpExchange exchange) throws IOException {
        var headers = new TreeMap<String, List<String>>(String.CASE_INSENSITIVE_ORDER);
        exchange.getRequestHeaders().forEach((name, values) -> headers.put(name, List.copyOf(values)));
        return new HttpCall(
                exchange.getRequestMethod(),
                exchange.getRequestURI().getRawPath(),
                pairs(exchange.getRequestURI().getRawQuery()),
                headers,
                exchange.getRequestBody().readNBytes(LARGEST_BODY + 1),
                exchange.getRemoteAddress().getAddress().getHostAddress());
    }

    boolean isTooLarge() {
        return body.length > LARGEST_BODY;
    }

    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name)).map(values -> values.get(values.size() - 1));
    }

    public boolean wantsPage() {
        return header("Accept").orElse("").contains("text/html");
    }

    /** The media type of the body, without its parameters. */
    public String mediaType() {
        return header("Content-Type").orElse("").replaceFirst(";.*", "").trim().toLowerCase(Locale.ROOT);
    }

    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /** The last value of each parameter of the query. */
    public Map<String, String> parameters() {
        return last(query);
    }

    /** The fields of a plain HTML form. */
    public Map<String, String> form() {
        return last(pairs(text()));
    }

    static Map<String, String> last(Map<String, List<String>> values) {
        var last = new LinkedHashMap<String, String>();
        values.forEach((name, all) -> last.put(name, all.get(all.size() - 1)));
        return last;
    }

    private static Map<String, List<String>> pairs(@Nullable String text) {
        var pairs = new LinkedHashMap<String, List<String>>();
        if (text != null && !text.isEmpty()) {
            for (var pair : text.split("&", -1)) {
                var parts = pair.split("=", 2);
                pairs.computeIfAbsent(decode(parts[0]), name -> new ArrayList<>())
                        .add(parts.length == 2 ? decode(parts[1]) : "");
            }
        }
        return pairs;
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            return text;
        }
    }

    /** Calls carry personal data: only what identifies the call is shown. */
    @Override
    public String toString() {
        return "HttpCall[" + method + "]";
    }
}
