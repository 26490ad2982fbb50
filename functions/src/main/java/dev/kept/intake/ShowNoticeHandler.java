package dev.kept.intake;

import dev.kept.Wiring;
import dev.kept.http.Call;
import dev.kept.http.ProblemFound;
import dev.kept.http.Reply;
import dev.kept.page.Language;
import dev.kept.page.PagedFunction;
import dev.kept.page.Pages;
import dev.kept.page.PolicyViews;
import dev.kept.page.Site;
import dev.kept.policy.Policy;

/** GET /notices/{form}: what is to be told where a form collects data (GDPR art. 13). */
public final class ShowNoticeHandler implements PagedFunction {
    private final Site site;
    private final Policy policy;

    /** What Lambda calls. */
    public ShowNoticeHandler() {
        this(Wiring.fromEnvironment());
    }

    public ShowNoticeHandler(Wiring wiring) {
        site = wiring.site();
        policy = wiring.policy();
    }

    @Override
    public Site site() {
        return site;
    }

    @Override
    public Reply answer(Call call) {
        var form = policy.form(call.parameter("form")).orElseThrow(ProblemFound::notFound);
        var language = Language.of(call, site.languages());
        var view = new PolicyViews(policy, language).notice(form);
        return call.wantsPage()
                ? Reply.page(200, Pages.notice(site.frame(call), view))
                : Reply.ok(new Notice(policy, view).tree()).with("Vary", "Accept, Accept-Language");
    }
}
