package dev.kept.staff;

import dev.kept.http.Json;
import java.io.IOException;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;

/** The calls to the identity provider: short time-outs, no redirects, answers of sane length; JSON only. */
final class Web {
    private static final int CONNECT_MILLISECONDS = 2_000;
    private static final int READ_MILLISECONDS = 4_000;
    private static final int LONGEST = 256 * 1024;

    Map<String, Object> get(String address) {
        return answer(address, Map.of(), "");
    }

    /** Posts a form. */
    Map<String, Object> post(String address, Map<String, String> headers, Map<String, String> form) {
        var body = form.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
        return answer(address, headers, body);
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static Map<String, Object> answer(String address, Map<String, String> headers, String body) {
        try {
            var connection = (HttpURLConnection) URI.create(address).toURL().openConnection();
            connection.setConnectTimeout(CONNECT_MILLISECONDS);
            connection.setReadTimeout(READ_MILLISECONDS);
            connection.setInstanceFollowRedirects(false);
            connection.setRequestProperty("Accept", "application/json");
            headers.forEach(connection::setRequestProperty);
            if (!body.isEmpty()) {
                send(connection, body);
            }
            return read(connection);
        } catch (IOException unreachable) {
            throw new ProviderUnavailable("cannot be reached");
        }
    }

    private static void send(HttpURLConnection connection, String body) throws IOException {
        connection.setDoOutput(true);
        connection.setRequestProperty("Content-Type", "application/x-www-form-urlencoded");
        try (OutputStream out = connection.getOutputStream()) {
            out.write(body.getBytes(StandardCharsets.US_ASCII));
        }
    }

    private static Map<String, Object> read(HttpURLConnection connection) throws IOException {
        var status = connection.getResponseCode();
        if (status >= 400 && status < 500) {
            throw new ProviderRefused(status);
        }
        if (status != 200) {
            throw new ProviderUnavailable("answered with status " + status);
        }
        try (var in = connection.getInputStream()) {
            var bytes = in.readNBytes(LONGEST + 1);
            if (bytes.length > LONGEST) {
                throw new ProviderUnavailable("answered at too great length");
            }
            return Json.object(new String(bytes, StandardCharsets.UTF_8));
        } catch (Json.NotJson unreadable) {
            throw new ProviderUnavailable("did not answer in JSON");
        }
    }

    /** The identity provider fails: nothing that the caller could put right. */
    static final class ProviderUnavailable extends RuntimeException {
        ProviderUnavailable(String why) {
            super("the identity provider " + why);
        }
    }

    /** The identity provider finds what it was sent at fault, such as a code that was used before. */
    static final class ProviderRefused extends RuntimeException {
        ProviderRefused(int status) {
            super("the identity provider refused with status " + status);
        }
    }
}
