package dev.kept.local.control;

import dev.kept.http.Json;
import dev.kept.local.Mail;
import dev.kept.local.Mailbox;
import dev.kept.local.gateway.HttpAnswer;
import dev.kept.local.gateway.HttpCall;
import dev.kept.local.gateway.HttpHandling;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;
import java.util.function.Supplier;

/**
 * Answers those calls under {@code /_local} that every system answers, one on LocalStack too: its mails and staff tokens.
 */
public final class StackCalls implements HttpHandling {
    private final Supplier<List<Mail>> mails;
    private final BinaryOperator<String> token;

    /** @param token makes a staff token for a person in a role, or throws IllegalArgumentException */
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
                default -> Exchange.problem(404, "Not here", "See /_local/mailbox.");
            };
        } catch (Json.NotJson unreadable) {
            return Exchange.problem(400, "The body cannot be read", "Send a JSON object.");
        } catch (IllegalArgumentException wrong) {
            return Exchange.problem(422, "Some fields need another value", String.valueOf(wrong.getMessage()));
        }
    }

    private HttpAnswer mailbox(HttpCall call) {
        var to = call.parameters().getOrDefault("to", "");
        var found = to.isEmpty() ? mails.get() : Mailbox.to(to, mails.get());
        return call.wantsPage()
                ? HttpAnswer.page(200, MailboxPage.html(found))
                : HttpAnswer.json(
                        200,
                        Map.of("messages", found.stream().map(MailboxPage::tree).toList()));
    }

    private HttpAnswer token(HttpCall call) {
        var fields = Exchange.fields(call);
        var made = token.apply(fields.getOrDefault("person", ""), fields.getOrDefault("role", ""));
        return HttpAnswer.json(200, Map.of("token", made));
    }
}
