package dev.kept.request;

import dev.kept.Wiring;
import dev.kept.http.Call;
import dev.kept.http.Input;
import dev.kept.http.Problem;
import dev.kept.http.ProblemKind;
import dev.kept.http.Reply;
import dev.kept.page.IdentityView;
import dev.kept.page.PagedFunction;
import dev.kept.page.Pages;
import dev.kept.page.Site;
import java.util.Optional;
import java.util.function.Supplier;

/** POST /requests/{requestId}/identity: the person answers the question who she is. */
public final class AnswerIdentityHandler implements PagedFunction {
    private static final int LONGEST_ANSWER = 2000;
    private static final int LONGEST_TOKEN = 64;

    private final Supplier<Site> site;
    private final AnswerIdentity identity;

    /** What Lambda calls. */
    public AnswerIdentityHandler() {
        this(Wiring.fromEnvironment());
    }

    public AnswerIdentityHandler(Wiring wiring) {
        site = wiring::site;
        identity = wiring.answerIdentity();
    }

    @Override
    public Site site() {
        return site.get();
    }

    @Override
    public Reply answer(Call call) {
        var id = call.parameter("requestId");
        var input = Input.of(call);
        var token = input.text("token", LONGEST_TOKEN);
        var answer = input.text("answer", LONGEST_ANSWER);
        input.done();
        identity.answer(id, token, answer);
        return call.wantsPage() ? Reply.seeOther(frame(call).to("/requests/" + id + "/answered")) : Reply.nothing();
    }

    @Override
    public Optional<String> corrected(Problem problem, Call call) {
        return Optional.of(Input.of(call).text("token", LONGEST_TOKEN))
                .filter(token -> problem.kind() == ProblemKind.INVALID_INPUT && !token.isEmpty())
                .map(token -> Pages.identity(frame(call), new IdentityView(call.parameter("requestId"), token, true)));
    }
}
