package dev.kept.local.control;

import dev.kept.http.Json;
import dev.kept.local.Mail;
import dev.kept.local.gateway.HttpAnswer;
import dev.kept.local.gateway.HttpCall;
import dev.kept.local.gateway.HttpHandling;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BinaryOperator;
import java.util.function.Supplier;

/** Answers those calls under {@code /_local} that a stack on LocalStack can answer too: its mails and staff tokens. */
public final class StackCalls implements HttpHandling {
    private final Supplier<List<Mail>> mails;
    private final BinaryOperator<String> token;

    public StackCalls(Supplier<List<Mail>> mails, BinaryOperator<String> token) {
        this.mails = mails;
        this.token = token;
    }

    @Override
    public HttpAnswer answer(HttpCall call) {
        try {
            return switch (call.method() + " " + call.rawPath()) {
                case "GET /_local/mailbox" -> mailbox(call);
                case "POST /_local/tokens" -> token(call);
                default -> fault(404, "Here are only /_local/mailbox and /_local/tokens.");
            };
        } catch (Json.NotJson unreadable) {
            return fault(400, "Send a JSON object.");
        } catch (IllegalArgumentException wrong) {
            return fault(422, String.valueOf(wrong.getMessage()));
        }
    }

    private HttpAnswer mailbox(HttpCall call) {
        var to = call.parameters().getOrDefault("to", "").strip().toLowerCase(Locale.ROOT);
        var found = mails.get().stream()
                .filter(mail ->
                        to.isEmpty() || mail.to().toLowerCase(Locale.ROOT).equals(to))
                .toList();
        return call.wantsPage()
                ? HttpAnswer.page(200, MailboxPage.html(found))
                : HttpAnswer.json(
                        200,
                        Map.of("messages", found.stream().map(MailboxPage::tree).toList()));
    }

    private HttpAnswer token(HttpCall call) {
        var fields = Json.object(call.text());
        return HttpAnswer.json(
                200, Map.of("token", token.apply(Json.string(fields, "person"), Json.string(fields, "role"))));
    }

    private static HttpAnswer fault(int status, String detail) {
        return HttpAnswer.of(status, "text/plain; charset=utf-8", detail);
    }
}
