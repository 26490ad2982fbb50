package dev.kept.local.control;

import dev.kept.local.Mail;
import dev.kept.local.Mailbox;
import dev.kept.local.gateway.HttpAnswer;
import dev.kept.local.gateway.HttpCall;
import dev.kept.local.gateway.HttpHandling;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;
import java.util.function.Function;

/**
 * Answers those calls under {@code /_local} that every system answers, one on LocalStack too: its mails and staff tokens.
 */
public final class StackCalls implements HttpHandling {
    private final Function<String, List<Mail>> mails;
    private final BinaryOperator<String> token;
    private final KnownCalls known;

    /**
     * @param mails those to an address or more, all for none
     * @param token makes a staff token for a person in a role, or throws IllegalArgumentException
     */
    public StackCalls(Function<String, List<Mail>> mails, BinaryOperator<String> token) {
        this.mails = mails;
        this.token = token;
        var answers = new LinkedHashMap<String, Function<HttpCall, HttpAnswer>>();
        answers.put("GET /_local/mailbox", this::mailbox);
        answers.put("POST /_local/tokens", this::token);
        known = new KnownCalls(answers);
    }

    KnownCalls known() {
        return known;
    }

    @Override
    public HttpAnswer answer(HttpCall call) {
        return known.answer(call);
    }

    private HttpAnswer mailbox(HttpCall call) {
        var to = call.parameters().getOrDefault("to", "");
        var found = to.isEmpty() ? mails.apply("") : Mailbox.to(to, mails.apply(to));
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
