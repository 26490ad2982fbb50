package dev.kept.page;

import dev.kept.Wiring;
import dev.kept.http.Call;
import dev.kept.http.Reply;
import dev.kept.policy.Policy;

/** GET /policy: the policy that is in force, as a page for people and as JSON for programs. */
public final class ShowPolicyHandler implements PagedFunction {
    private final Site site;
    private final Policy policy;

    /** What Lambda calls. */
    public ShowPolicyHandler() {
        this(Wiring.fromEnvironment());
    }

    public ShowPolicyHandler(Wiring wiring) {
        site = wiring.site();
        policy = wiring.policy();
    }

    @Override
    public Site site() {
        return site;
    }

    @Override
    public Reply answer(Call call) {
        var language = Language.of(call, site.languages());
        return call.wantsPage()
                ? Reply.page(200, Pages.policy(site.frame(call), new PolicyViews(policy, language).policy()))
                : Reply.ok(policy.published(language.code())).with("Vary", "Accept, Accept-Language");
    }
}
