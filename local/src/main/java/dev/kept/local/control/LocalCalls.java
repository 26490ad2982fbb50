package dev.kept.local.control;

import dev.kept.local.Mailbox;
import dev.kept.local.find.Finder;
import dev.kept.local.gateway.HttpAnswer;
import dev.kept.local.gateway.HttpCall;
import dev.kept.local.gateway.HttpHandling;
import dev.kept.local.states.ExecutionDescription;
import dev.kept.local.states.Executions;
import dev.kept.local.states.HistoryEvent;
import dev.kept.local.time.Agenda;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Answers the calls under {@code /_local}; each first lets everything run that is due by now. */
public final class LocalCalls implements HttpHandling {
    private final Agenda agenda;
    private final Executions executions;
    private final Finder finder;
    private final Moves moves;
    private final KnownCalls known;

    /** @param token makes a staff token for a person in a role, or throws IllegalArgumentException */
    public LocalCalls(
            Agenda agenda, Mailbox mailbox, Executions executions, Finder finder, BinaryOperator<String> token) {
        this.agenda = agenda;
        this.executions = executions;
        this.finder = finder;
        moves = new Moves(agenda);
        var answers = new LinkedHashMap<String, Function<HttpCall, HttpAnswer>>();
        answers.put("GET /_local", this::start);
        answers.put("GET /_local/", this::start);
        answers.put("GET /_local/clock", call -> now());
        answers.put("POST /_local/clock", this::move);
        answers.put("GET /_local/executions", this::executions);
        answers.put("GET /_local/find", this::find);
        known = new KnownCalls(answers).and(new StackCalls(recipient -> mailbox.all(), token).known());
    }

    @Override
    public HttpAnswer answer(HttpCall call) {
        agenda.settle();
        return known.answer(call);
    }

    private HttpAnswer start(HttpCall call) {
        return page(StartPage.html(agenda.clock().instant()));
    }

    private HttpAnswer now() {
        return HttpAnswer.json(200, Map.of("now", agenda.clock().instant().toString()));
    }

    private HttpAnswer move(HttpCall call) {
        var fields = Exchange.fields(call);
        moves.move(fields.getOrDefault("advance", ""), fields.getOrDefault("to", ""));
        return Exchange.isForm(call) ? HttpAnswer.seeOther("/_local/") : now();
    }

    private HttpAnswer executions(HttpCall call) {
        if (call.wantsPage()) {
            return page(ExecutionsPage.html(executions));
        }
        return HttpAnswer.json(
                200,
                Map.of("executions", executions.all().stream().map(this::tree).toList()));
    }

    private Map<String, Object> tree(ExecutionDescription execution) {
        var tree = new LinkedHashMap<String, Object>();
        tree.put("executionArn", execution.executionArn());
        tree.put("stateMachineArn", execution.stateMachineArn());
        tree.put("name", execution.name());
        tree.put("status", execution.status().name());
        tree.put("startDate", execution.startDate().toString());
        putIfThere(tree, "stopDate", execution.stopDate());
        tree.put("input", execution.input());
        putIfThere(tree, "output", execution.output());
        putIfThere(tree, "error", execution.error());
        putIfThere(tree, "cause", execution.cause());
        tree.put(
                "history",
                executions.history(execution.executionArn()).stream()
                        .map(LocalCalls::tree)
                        .toList());
        return tree;
    }

    private static Map<String, Object> tree(HistoryEvent event) {
        var tree = new LinkedHashMap<String, Object>();
        tree.put("id", event.id());
        tree.put("previousEventId", event.previousEventId());
        tree.put("timestamp", event.timestamp().toString());
        tree.put("type", event.type());
        tree.put(event.detailsName(), event.details());
        return tree;
    }

    private static void putIfThere(Map<String, Object> tree, String name, @Nullable Object value) {
        if (value != null) {
            tree.put(name, value.toString());
        }
    }

    private HttpAnswer find(HttpCall call) {
        var text = call.parameters().getOrDefault("text", "");
        if (text.length() < 3) {
            throw new IllegalArgumentException("Give text, of at least three characters.");
        }
        var found = finder.find(text);
        if (call.wantsPage()) {
            return page(FoundPage.html(text, found));
        }
        return HttpAnswer.json(
                200,
                Map.of(
                        "found",
                        found.stream().map(where -> Map.of("where", where)).toList()));
    }

    private static HttpAnswer page(String html) {
        return HttpAnswer.page(200, html);
    }
}
