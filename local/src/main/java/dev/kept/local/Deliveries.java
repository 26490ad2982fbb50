package dev.kept.local;

import dev.kept.http.Json;
import dev.kept.local.function.FunctionThrew;
import dev.kept.local.function.Functions;
import dev.kept.local.template.LambdaFunction;
import dev.kept.local.template.LambdaFunction.Rule;
import dev.kept.local.template.Template;
import dev.kept.local.time.Agenda;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Hands events to functions as Lambda does it without a caller who waits: tried three times, then a dead letter. */
final class Deliveries {
    private static final List<Duration> AGAIN = List.of(Duration.ofMinutes(1), Duration.ofMinutes(2));

    private final Agenda agenda;
    private final Functions functions;
    private final Queues queues;

    Deliveries(Agenda agenda, Functions functions, Queues queues) {
        this.agenda = agenda;
        this.functions = functions;
        this.queues = queues;
    }

    /** Begins to fire the schedules of a function. */
    void schedule(LambdaFunction function) {
        for (var rule : function.rules()) {
            var what = rule.schedule().expression() + " " + function.id();
            agenda.every(rule.schedule().following(), what, () -> deliver(function, event(rule), 0));
        }
    }

    private Map<String, Object> event(Rule rule) {
        return rule.input()
                .map(Json::object)
                .orElseGet(() -> scheduled(rule, agenda.clock().instant()));
    }

    private static Map<String, Object> scheduled(Rule rule, Instant now) {
        return Map.of(
                "version",
                "0",
                "id",
                "local",
                "detail-type",
                "Scheduled Event",
                "source",
                "aws.events",
                "account",
                Template.ACCOUNT,
                "region",
                Template.REGION,
                "time",
                now.toString(),
                "resources",
                List.of("arn:aws:events:" + Template.REGION + ":" + Template.ACCOUNT + ":rule/" + rule.name()),
                "detail",
                Map.of());
    }

    private void deliver(LambdaFunction function, Map<String, Object> event, int tried) {
        try {
            functions.invoke(function.id(), event);
        } catch (FunctionThrew thrown) {
            if (tried < AGAIN.size()) {
                var what = "again " + function.id();
                agenda.after(AGAIN.get(tried), what, () -> deliver(function, event, tried + 1));
                return;
            }
            var now = agenda.clock().instant();
            function.deadLetterQueue().ifPresent(queue -> queues.add(new Queues.Message(queue, Json.text(event), now)));
            throw thrown;
        }
    }
}
