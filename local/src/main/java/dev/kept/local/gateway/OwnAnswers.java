package dev.kept.local.gateway;

import dev.kept.local.template.Api.GatewayResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the gateway answers when no function does: as the template says, else as API Gateway does. */
final class OwnAnswers {
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{?context\\.([A-Za-z.]*[A-Za-z])}?");

    private final Map<String, GatewayResponse> responses;

    OwnAnswers(Map<String, GatewayResponse> responses) {
        this.responses = responses;
    }

    /** The kinds that the local run tells apart. */
    enum Kind {
        UNAUTHORIZED(401, "Unauthorized"),
        ACCESS_DENIED(403, "User is not authorized to access this resource"),
        AUTHORIZER_FAILURE(500, "Internal server error"),
        AUTHORIZER_CONFIGURATION_ERROR(500, "Internal server error"),
        MISSING_AUTHENTICATION_TOKEN(403, "Missing Authentication Token"),
        REQUEST_TOO_LARGE(413, "Request Too Long"),
        INTEGRATION_FAILURE(502, "Internal server error");

        private final int status;
        private final String message;

        Kind(int status, String message) {
            this.status = status;
            this.message = message;
        }
    }

    HttpAnswer answer(Kind kind, HttpCall call, String requestId) {
        var common = responses.get(kind.status < 500 ? "DEFAULT_4XX" : "DEFAULT_5XX");
        var own = Optional.ofNullable(responses.get(kind.name()));
        var status = own.flatMap(GatewayResponse::status).orElse(kind.status);
        var chosen = own.or(() -> Optional.ofNullable(common));
        var type = chosen.map(response -> type(response, call)).orElse("application/json");
        var text = chosen.map(response -> response.templates().get(type))
                .orElse("{\"message\":$context.error.messageString}");
        var headers = new LinkedHashMap<String, List<String>>();
        headers.put("Content-Type", List.of(type));
        chosen.ifPresent(response -> response.headers()
                .forEach((name, value) -> headers.put(name, ProxyEvent.one(fill(value, kind, call, requestId)))));
        headers.put("x-amzn-ErrorType", List.of(kind.name()));
        var body = fill(text, kind, call, requestId).getBytes(StandardCharsets.UTF_8);
        return new HttpAnswer(status, headers, body);
    }

    private static String type(GatewayResponse response, HttpCall call) {
        var types = response.templates().keySet();
        if (call.wantsPage() && types.contains("text/html")) {
            return "text/html";
        }
        return types.stream()
                .filter(type -> !type.equals("text/html"))
                .findFirst()
                .orElse("application/json");
    }

    private static String fill(String text, Kind kind, HttpCall call, String requestId) {
        return VARIABLE.matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(
                        switch (found.group(1)) {
                            case "requestId", "extendedRequestId" -> requestId;
                            case "error.message" -> kind.message;
                            case "error.messageString" -> '"' + kind.message + '"';
                            case "error.responseType" -> kind.name();
                            case "httpMethod" -> call.method();
                            default -> "";
                        }));
    }
}
