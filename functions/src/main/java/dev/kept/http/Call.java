package dev.kept.http;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * One HTTP call, as API Gateway hands it to a function (REST API, proxy integration).
 *
 * @param method such as {@code POST}
 * @param path the path as called, without stage and query
 * @param parameters the path's parameters
 * @param query the query's parameters, the last of each name
 * @param headers by lower-case name
 * @param body the text of the body, empty when there is none; of a form with files one character for each byte
 * @param id the call's id, which problems give as their instance
 * @param sender the caller's network address
 * @param claims what the authorizer found out about the caller, empty on public routes
 */
public record Call(
        String method,
        String path,
        Map<String, String> parameters,
        Map<String, String> query,
        Map<String, String> headers,
        String body,
        String id,
        String sender,
        Map<String, String> claims) {
    private static final String FORM_WITH_FILES = "multipart/form-data";
    /** What stands where bytes were no text. */
    private static final char LOST = '\ufffd';

    /** Reads the event of a proxy integration (payload format 1.0). */
    public static Call of(Map<String, Object> event) {
        var context = Json.child(event, "requestContext");
        var headers = new TreeMap<String, String>();
        Json.child(event, "headers")
                .forEach((name, value) -> headers.put(name.toLowerCase(Locale.ROOT), String.valueOf(value)));
        return new Call(
                text(event, "httpMethod"),
                text(event, "path"),
                texts(Json.child(event, "pathParameters")),
                texts(Json.child(event, "queryStringParameters")),
                headers,
                bodyOf(event, mediaType(headers)),
                text(context, "requestId"),
                text(Json.child(context, "identity"), "sourceIp"),
                texts(Json.child(context, "authorizer")));
    }

    /** The path's parameter of that name, which the route guarantees. */
    public String parameter(String name) {
        var value = parameters.get(name);
        if (value == null) {
            throw ProblemFound.notFound();
        }
        return value;
    }

    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    public Optional<String> asked(String name) {
        return Optional.ofNullable(query.get(name)).filter(value -> !value.isBlank());
    }

    /** The token of {@code Authorization: Bearer …}. */
    public Optional<String> bearer() {
        return header("authorization")
                .filter(value -> value.regionMatches(true, 0, "Bearer ", 0, 7))
                .map(value -> value.substring(7).trim());
    }

    /** True when the caller asks for a page, as browsers do, and false for every other caller. */
    public boolean wantsPage() {
        return header("accept").map(accept -> accept.contains("text/html")).orElse(false);
    }

    /** True when the body comes from a plain HTML form. */
    public boolean isForm() {
        return mediaType().equals("application/x-www-form-urlencoded");
    }

    /** True when the body says that it is JSON. */
    public boolean isJson() {
        return mediaType().equals("application/json") || mediaType().endsWith("+json");
    }

    /** True when the body comes from an HTML form with files. */
    public boolean isFormWithFiles() {
        return mediaType().equals(FORM_WITH_FILES);
    }

    String mediaType() {
        return mediaType(headers);
    }

    private static String mediaType(Map<String, String> headers) {
        return Optional.ofNullable(headers.get("content-type"))
                .map(type -> type.split(";", 2)[0].trim().toLowerCase(Locale.ROOT))
                .orElse("");
    }

    /**
     * A form with files comes as bytes from API Gateway, and from others, where all of it happens to be text, as text. What has
     * lost bytes on such a way is not read at all.
     */
    private static String bodyOf(Map<String, Object> event, String mediaType) {
        var body = text(event, "body");
        var bytes = Boolean.TRUE.equals(event.get("isBase64Encoded"));
        if (mediaType.equals(FORM_WITH_FILES)) {
            var sent = bytes ? Base64.getDecoder().decode(body) : body.getBytes(StandardCharsets.UTF_8);
            return !bytes && body.indexOf(LOST) >= 0 ? "" : new String(sent, StandardCharsets.ISO_8859_1);
        }
        return bytes ? new String(Base64.getDecoder().decode(body), StandardCharsets.UTF_8) : body;
    }

    private static String text(Map<String, Object> tree, String name) {
        return tree.get(name) instanceof String found ? found : "";
    }

    private static Map<String, String> texts(Map<String, Object> tree) {
        var texts = new TreeMap<String, String>();
        tree.forEach((name, value) -> {
            if (value instanceof String || value instanceof Number || value instanceof Boolean) {
                texts.put(name, value.toString());
            }
        });
        return texts;
    }

    /** Calls carry personal data: only what identifies the call is shown. */
    @Override
    public String toString() {
        return "Call[" + method + " " + id + "]";
    }
}
