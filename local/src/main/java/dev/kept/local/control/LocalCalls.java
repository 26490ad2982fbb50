package dev.kept.local.control;

import dev.kept.http.Json;
import dev.kept.local.Mailbox;
import dev.kept.local.find.Finder;
import dev.kept.local.gateway.HttpAnswer;
import dev.kept.local.gateway.HttpCall;
import dev.kept.local.gateway.HttpHandling;
import dev.kept.local.states.ExecutionDescription;
import dev.kept.local.states.Executions;
import dev.kept.local.states.HistoryEvent;
import dev.kept.local.time.Agenda;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;
import org.jspecify.annotations.Nullable;

/** Answers the calls under {@code /_local}; each first lets everything run that is due by now. */
public final class LocalCalls implements HttpHandling {
    private final Agenda agenda;
    private final Mailbox mailbox;
    private final Executions executions;
    private final Finder finder;
    private final BinaryOperator<String> token;
    private final Moves moves;

    /** @param token makes a staff token for a person in a role, or throws IllegalArgumentException */
    public LocalCalls(
            Agenda agenda, Mailbox mailbox, Executions executions, Finder finder, BinaryOperator<String> token) {
        this.agenda = agenda;
        this.mailbox = mailbox;
        this.executions = executions;
        this.finder = finder;
        this.token = token;
        moves = new Moves(agenda);
    }

    @Override
    public HttpAnswer answer(HttpCall call) {
        agenda.settle();
        try {
            return switch (call.method() + " " + call.rawPath()) {
                case "GET /_local", "GET /_local/" ->
                    page(StartPage.html(agenda.clock().instant()));
                case "GET /_local/mailbox" -> mailbox(call);
                case "GET /_local/clock" -> now();
                case "POST /_local/clock" -> move(call);
                case "POST /_local/tokens" -> token(call);
                case "GET /_local/executions" -> executions(call);
                case "GET /_local/find" -> find(call);
                default -> problem(404, "Not here", "See /_local/ for what there is.");
            };
        } catch (Json.NotJson unreadable) {
            return problem(400, "The body cannot be read", "Send a JSON object.");
        } catch (IllegalArgumentException wrong) {
            return problem(422, "Some fields need another value", String.valueOf(wrong.getMessage()));
        }
    }

    private HttpAnswer mailbox(HttpCall call) {
        var to = call.parameters().getOrDefault("to", "");
        var mails = to.isEmpty() ? mailbox.all() : mailbox.to(to);
        if (call.wantsPage()) {
            return page(MailboxPage.html(mails));
        }
        return HttpAnswer.json(
                200, Map.of("messages", mails.stream().map(MailboxPage::tree).toList()));
    }

    private HttpAnswer now() {
        return HttpAnswer.json(200, Map.of("now", agenda.clock().instant().toString()));
    }

    private HttpAnswer move(HttpCall call) {
        var fields = fields(call);
        moves.move(fields.getOrDefault("advance", ""), fields.getOrDefault("to", ""));
        return isForm(call) ? HttpAnswer.seeOther("/_local/") : now();
    }

    private HttpAnswer token(HttpCall call) {
        var fields = fields(call);
        var made = token.apply(fields.getOrDefault("person", ""), fields.getOrDefault("role", ""));
        return HttpAnswer.json(200, Map.of("token", made));
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

    private static Map<String, String> fields(HttpCall call) {
        if (isForm(call)) {
            return call.form();
        }
        var fields = new LinkedHashMap<String, String>();
        Json.object(call.text()).forEach((name, value) -> fields.put(name, String.valueOf(value)));
        return fields;
    }

    private static boolean isForm(HttpCall call) {
        // a command line that names no type says it is a form, whatever it sends
        return call.mediaType().equals("application/x-www-form-urlencoded")
                && !call.text().startsWith("{");
    }

    private static HttpAnswer page(String html) {
        return HttpAnswer.page(200, html);
    }

    private static HttpAnswer problem(int status, String title, String detail) {
        var body = Json.text(Map.of("type", "about:blank", "title", title, "status", status, "detail", detail));
        return new HttpAnswer(
                status,
                Map.of("Content-Type", List.of("application/problem+json")),
                body.getBytes(StandardCharsets.UTF_8));
    }
}
