package dev.kept.erasure;

import dev.kept.Wiring;
import dev.kept.http.Call;
import dev.kept.http.Input;
import dev.kept.http.Reply;
import dev.kept.page.PagedFunction;
import dev.kept.page.Site;
import java.util.function.Supplier;

/** POST /requests/{requestId}/contest: somebody at another address on file says that a deletion must not be done. */
public final class ContestErasureHandler implements PagedFunction {
    private final Supplier<Site> site;
    private final Contest contest;

    /** What Lambda calls. */
    public ContestErasureHandler() {
        this(Wiring.fromEnvironment());
    }

    public ContestErasureHandler(Wiring wiring) {
        site = wiring::site;
        contest = wiring.contest();
    }

    @Override
    public Site site() {
        return site.get();
    }

    @Override
    public Reply answer(Call call) {
        var id = call.parameter("requestId");
        var input = Input.of(call);
        var token = input.text("token", 64);
        input.done();
        contest.contest(id, token);
        return call.wantsPage() ? Reply.seeOther(frame(call).to("/requests/" + id + "/contested")) : Reply.nothing();
    }
}
