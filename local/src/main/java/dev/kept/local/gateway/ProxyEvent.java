package dev.kept.local.gateway;

import dev.kept.local.template.Template;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A call as API Gateway hands it to a function or an authorizer (REST API, payload format 1.0).
 *
 * @param call as it came in
 * @param match the route that it took
 * @param requestId the gateway's id for it
 * @param stage the API's stage
 * @param at when it came in
 */
record ProxyEvent(HttpCall call, Routes.Match match, String requestId, String stage, Instant at) {
    /** What the function is handed. */
    Map<String, @Nullable Object> forFunction(Map<String, Object> authorizer, boolean binary) {
        var event = common();
        var context = context();
        if (!authorizer.isEmpty()) {
            context.put("authorizer", authorizer);
        }
        event.put("requestContext", context);
        event.put("stageVariables", null);
        if (call.body().length == 0) {
            event.put("body", null);
        } else {
            event.put("body", binary ? Base64.getEncoder().encodeToString(call.body()) : call.text());
        }
        event.put("isBase64Encoded", binary);
        return event;
    }

    /** What an authorizer is handed: no body. */
    Map<String, @Nullable Object> forAuthorizer() {
        var event = common();
        event.put("type", "REQUEST");
        event.put("methodArn", methodArn());
        event.put("requestContext", context());
        return event;
    }

    String methodArn() {
        return "arn:aws:execute-api:" + Template.REGION + ":" + Template.ACCOUNT + ":local/" + stage + "/"
                + call.method() + call.rawPath();
    }

    private Map<String, @Nullable Object> common() {
        var event = new LinkedHashMap<String, @Nullable Object>();
        event.put("resource", match.route().path());
        event.put("path", Routes.decode(call.rawPath()));
        event.put("httpMethod", call.method());
        event.put("headers", HttpCall.last(call.headers()));
        event.put("multiValueHeaders", call.headers());
        event.put("queryStringParameters", orNull(call.parameters()));
        event.put("multiValueQueryStringParameters", orNull(call.query()));
        event.put("pathParameters", orNull(match.parameters()));
        return event;
    }

    private Map<String, @Nullable Object> context() {
        var context = new LinkedHashMap<String, @Nullable Object>();
        context.put("accountId", Template.ACCOUNT);
        context.put("apiId", "local");
        context.put("resourcePath", match.route().path());
        context.put("httpMethod", call.method());
        context.put("path", "/" + stage + Routes.decode(call.rawPath()));
        context.put("stage", stage);
        context.put("requestId", requestId);
        context.put("extendedRequestId", requestId);
        context.put("requestTimeEpoch", at.toEpochMilli());
        context.put("protocol", "HTTP/1.1");
        context.put("domainName", call.header("Host").orElse("localhost"));
        context.put(
                "identity",
                Map.of(
                        "sourceIp",
                        call.sender(),
                        "userAgent",
                        call.header("User-Agent").orElse("")));
        return context;
    }

    private static @Nullable Map<?, ?> orNull(Map<?, ?> values) {
        return values.isEmpty() ? null : values;
    }

    /** The values of one name, for whoever reads them off an answer. */
    static List<String> one(Object value) {
        return List.of(value.toString());
    }
}
