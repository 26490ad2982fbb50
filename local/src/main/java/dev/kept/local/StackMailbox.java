package dev.kept.local;

import dev.kept.http.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The mails that LocalStack has been asked to send, oldest first. */
final class StackMailbox {
    private final HttpClient http = HttpClient.newHttpClient();
    private final URI mails;

    StackMailbox(URI endpoint) {
        mails = endpoint.resolve("/_aws/ses");
    }

    /** Those to an address, as far as LocalStack tells them apart; all of them where it is empty. */
    List<Mail> to(String recipient) {
        try {
            var asked = URI.create(mails + "?to=" + URLEncoder.encode(recipient, StandardCharsets.UTF_8));
            var answered = http.send(HttpRequest.newBuilder(asked).build(), HttpResponse.BodyHandlers.ofString());
            if (answered.statusCode() != 200) {
                throw new IllegalStateException("LocalStack answers " + answered.statusCode() + " for its mails");
            }
            return Json.list(Json.object(answered.body()), "messages").stream()
                    .flatMap(StackMailbox::mails)
                    .sorted(Comparator.comparing(Mail::sent))
                    .toList();
        } catch (IOException silent) {
            throw new UncheckedIOException("LocalStack does not answer", silent);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    @SuppressWarnings("unchecked")
    private static Stream<Mail> mails(Object tree) {
        var message = (Map<String, Object>) tree;
        var body = Json.child(message, "Body");
        return Json.list(Json.child(message, "Destination"), "ToAddresses").stream()
                .map(to -> new Mail(
                        String.valueOf(to),
                        Json.string(message, "Subject"),
                        Json.string(body, "text_part"),
                        Json.string(body, "html_part"),
                        Map.of("From", Json.string(message, "Source")),
                        instant(Json.string(message, "Timestamp"))));
    }

    /** LocalStack writes them in UTC, and leaves the zone out. */
    private static Instant instant(String written) {
        return Instant.parse(written.endsWith("Z") ? written : written + "Z");
    }
}
