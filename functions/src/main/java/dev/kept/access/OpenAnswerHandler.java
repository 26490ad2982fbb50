package dev.kept.access;

import dev.kept.Wiring;
import dev.kept.http.Call;
import dev.kept.http.ProblemFound;
import dev.kept.http.ProblemKind;
import dev.kept.http.Reply;
import dev.kept.page.AnswerView;
import dev.kept.page.FormTarget;
import dev.kept.page.PagedFunction;
import dev.kept.page.Pages;
import dev.kept.page.Site;
import java.util.function.Supplier;

/**
 * GET /answers/{requestId}: the page behind the link to an answer, whose button fetches it. Nothing is looked up and no
 * download is used up.
 */
public final class OpenAnswerHandler implements PagedFunction {
    private final Supplier<Site> site;
    private final Supplier<String> origin;

    /** What Lambda calls. */
    public OpenAnswerHandler() {
        this(Wiring.fromEnvironment());
    }

    public OpenAnswerHandler(Wiring wiring) {
        site = wiring::site;
        origin = wiring::answersOrigin;
    }

    @Override
    public Site site() {
        return site.get();
    }

    @Override
    public Reply answer(Call call) {
        var token = call.asked("token")
                .orElseThrow(() -> new ProblemFound(
                        ProblemKind.LINK_EXPIRED, "Open the whole link of the message; its end is missing."));
        var view = new AnswerView(call.parameter("requestId"), token);
        return FormTarget.allow(Reply.page(200, Pages.answer(frame(call), view)), origin.get());
    }
}
