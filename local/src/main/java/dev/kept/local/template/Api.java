package dev.kept.local.template;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The HTTP interface in front of the functions.
 *
 * @param id the logical id
 * @param stage the name of its stage
 * @param authorizers by name
 * @param responses what the gateway answers by itself, by its type such as {@code UNAUTHORIZED}
 * @param binaryTypes the media types whose bodies are handed on as base64
 */
public record Api(
        String id,
        String stage,
        Map<String, Authorizer> authorizers,
        Map<String, GatewayResponse> responses,
        Set<String> binaryTypes) {

    /**
     * The function that decides whether a caller may call.
     *
     * @param functionArn the function, with or without alias
     * @param headers that have to be there for it to be asked at all
     */
    public record Authorizer(String functionArn, Set<String> headers) {}

    /**
     * An answer of the gateway itself.
     *
     * @param status the HTTP status, empty for that of the type
     * @param headers what it carries
     * @param templates the body by media type, with {@code $context} variables
     */
    public record GatewayResponse(
            Optional<Integer> status, Map<String, String> headers, Map<String, String> templates) {}
}
