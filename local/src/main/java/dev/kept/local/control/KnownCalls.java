package dev.kept.local.control;

import dev.kept.http.Json;
import dev.kept.local.gateway.HttpAnswer;
import dev.kept.local.gateway.HttpCall;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/** Calls by what they are called, such as {@code GET /_local/mailbox}; what a caller does wrong is told as a problem. */
record KnownCalls(Map<String, Function<HttpCall, HttpAnswer>> answers) {
    KnownCalls {
        answers = new LinkedHashMap<>(answers);
    }

    /** These and more, in that order. */
    KnownCalls and(KnownCalls more) {
        var all = new LinkedHashMap<>(answers);
        all.putAll(more.answers);
        return new KnownCalls(all);
    }

    HttpAnswer answer(HttpCall call) {
        var answer = answers.get(call.method() + " " + call.rawPath());
        if (answer == null) {
            return Exchange.problem(404, "Not here", "There are: " + String.join(", ", answers.keySet()) + ".");
        }
        try {
            return answer.apply(call);
        } catch (Json.NotJson unreadable) {
            return Exchange.problem(400, "The body cannot be read", "Send a JSON object.");
        } catch (IllegalArgumentException wrong) {
            return Exchange.problem(422, "Some fields need another value", String.valueOf(wrong.getMessage()));
        }
    }
}
