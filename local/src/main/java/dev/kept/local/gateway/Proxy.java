package dev.kept.local.gateway;

import dev.kept.http.Json;
import dev.kept.local.function.FunctionThrew;
import dev.kept.local.function.Functions;
import dev.kept.local.template.Api;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Takes a call to its function and the function's answer back (proxy integration). */
final class Proxy {
    private final Api api;
    private final Routes routes;
    private final Functions functions;
    private final Clock clock;
    private final Guard guard;
    private final OwnAnswers own;
    private final SplittableRandom ids;

    Proxy(Api api, Routes routes, Functions functions, Clock clock, long seed) {
        this.api = api;
        this.routes = routes;
        this.functions = functions;
        this.clock = clock;
        guard = new Guard(api, functions);
        own = new OwnAnswers(api.responses());
        ids = new SplittableRandom(seed);
    }

    HttpAnswer answer(HttpCall call) {
        var requestId = nextId();
        try {
            return answer(call, requestId);
        } catch (Guard.Refused refused) {
            return own.answer(refused.kind(), call, requestId);
        }
    }

    private synchronized String nextId() {
        return new UUID(ids.nextLong(), ids.nextLong()).toString();
    }

    private HttpAnswer answer(HttpCall call, String requestId) throws Guard.Refused {
        if (call.isTooLarge()) {
            throw new Guard.Refused(OwnAnswers.Kind.REQUEST_TOO_LARGE);
        }
        var match = routes.find(call.method(), call.rawPath());
        if (match.isEmpty()) {
            throw new Guard.Refused(OwnAnswers.Kind.MISSING_AUTHENTICATION_TOKEN);
        }
        var event = new ProxyEvent(call, match.get(), requestId, api.stage(), clock.instant());
        var authorizer = match.get().route().authorizer();
        var claims = authorizer.isPresent() ? guard.admit(authorizer.get(), event) : Map.<String, Object>of();
        var binary = api.binaryTypes().contains("*/*") || api.binaryTypes().contains(call.mediaType());
        return answer(match.get().function().arn(), event.forFunction(claims, binary));
    }

    private HttpAnswer answer(String functionArn, Map<String, @Nullable Object> event) throws Guard.Refused {
        try {
            if (functions.invoke(functionArn, event) instanceof Map<?, ?> answer
                    && answer.get("statusCode") instanceof Number status) {
                return new HttpAnswer(status.intValue(), headers(answer), body(answer));
            }
        } catch (FunctionThrew | IllegalStateException failed) {
            // told to the caller below, without what it says; the functions log their own failures
        }
        throw new Guard.Refused(OwnAnswers.Kind.INTEGRATION_FAILURE);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, List<String>> headers(Map<?, ?> answer) {
        var headers = new LinkedHashMap<String, List<String>>();
        Json.child((Map<String, Object>) answer, "headers")
                .forEach((name, value) -> headers.put(name, ProxyEvent.one(value)));
        Json.child((Map<String, Object>) answer, "multiValueHeaders").forEach((name, values) -> {
            if (values instanceof List<?> list) {
                headers.put(name, list.stream().map(Object::toString).toList());
            }
        });
        return headers;
    }

    private static byte[] body(Map<?, ?> answer) {
        if (!(answer.get("body") instanceof String text)) {
            return new byte[0];
        }
        return Boolean.TRUE.equals(answer.get("isBase64Encoded"))
                ? Base64.getDecoder().decode(text)
                : text.getBytes(StandardCharsets.UTF_8);
    }
}
