package dev.kept.local.gateway;

import dev.kept.http.Json;
import dev.kept.local.function.FunctionThrew;
import dev.kept.local.function.Functions;
import dev.kept.local.template.Api;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Asks a route's authorizer, as API Gateway asks a Lambda authorizer of type REQUEST. */
final class Guard {
    private final Api api;
    private final Functions functions;

    Guard(Api api, Functions functions) {
        this.api = api;
        this.functions = functions;
    }

    /** The caller may not call; says which of the gateway's own answers says so. */
    static final class Refused extends Exception {
        private final OwnAnswers.Kind kind;

        Refused(OwnAnswers.Kind kind) {
            super(kind.name(), null, false, false);
            this.kind = kind;
        }

        OwnAnswers.Kind kind() {
            return kind;
        }
    }

    /** What the authorizer found out about the caller, for the function. */
    Map<String, Object> admit(String name, ProxyEvent event) throws Refused {
        var authorizer = api.authorizers().get(name);
        if (authorizer == null) {
            throw new Refused(OwnAnswers.Kind.AUTHORIZER_CONFIGURATION_ERROR);
        }
        for (var header : authorizer.headers()) {
            if (event.call().header(header).filter(value -> !value.isBlank()).isEmpty()) {
                throw new Refused(OwnAnswers.Kind.UNAUTHORIZED);
            }
        }
        var answer = ask(authorizer.functionArn(), event);
        if (!allows(answer, event.methodArn())) {
            throw new Refused(OwnAnswers.Kind.ACCESS_DENIED);
        }
        var context = new LinkedHashMap<>(Json.child(answer, "context"));
        context.replaceAll((key, value) -> value.toString());
        context.put("principalId", String.valueOf(answer.get("principalId")));
        return context;
    }

    @SuppressWarnings("unchecked")
    private Map<String, Object> ask(String functionArn, ProxyEvent event) throws Refused {
        try {
            var answer = functions.invoke(functionArn, event.forAuthorizer());
            if (answer instanceof Map<?, ?> map
                    && map.containsKey("principalId")
                    && map.containsKey("policyDocument")) {
                return (Map<String, Object>) answer;
            }
            throw new Refused(OwnAnswers.Kind.AUTHORIZER_CONFIGURATION_ERROR);
        } catch (FunctionThrew thrown) {
            // the one message by which an authorizer says 401 rather than 403
            throw new Refused(
                    thrown.errorMessage().equals("Unauthorized")
                            ? OwnAnswers.Kind.UNAUTHORIZED
                            : OwnAnswers.Kind.AUTHORIZER_FAILURE);
        }
    }

    private static boolean allows(Map<String, Object> answer, String methodArn) {
        var allowed = false;
        for (var item : Json.list(Json.child(answer, "policyDocument"), "Statement")) {
            if (item instanceof Map<?, ?> statement && names(statement.get("Resource"), methodArn)) {
                if ("Deny".equals(statement.get("Effect"))) {
                    return false;
                }
                allowed |= "Allow".equals(statement.get("Effect"));
            }
        }
        return allowed;
    }

    private static boolean names(@Nullable Object resources, String methodArn) {
        var all = resources instanceof List<?> list ? list : List.of(String.valueOf(resources));
        return all.stream()
                .map(resource -> Pattern.quote(resource.toString())
                        .replace("*", "\\E.*\\Q")
                        .replace("?", "\\E.\\Q"))
                .anyMatch(methodArn::matches);
    }
}
