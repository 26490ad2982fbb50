package dev.kept.access;

import dev.kept.Wiring;
import dev.kept.http.Call;
import dev.kept.http.Input;
import dev.kept.http.Reply;
import dev.kept.page.PagedFunction;
import dev.kept.page.Site;
import java.util.Map;
import java.util.function.Supplier;

/** POST /answers/{requestId}: makes the address of the package when the person comes for it. */
public final class CollectAnswerHandler implements PagedFunction {
    private final Supplier<Site> site;
    private final CollectAnswer collect;

    /** What Lambda calls. */
    public CollectAnswerHandler() {
        this(Wiring.fromEnvironment());
    }

    public CollectAnswerHandler(Wiring wiring) {
        site = wiring::site;
        collect = wiring.collectAnswer();
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
        var address = collect.collect(id, token);
        return call.wantsPage() || call.isForm()
                ? Reply.seeOther(address.url())
                : Reply.ok(Map.of(
                        "url", address.url(), "expires", address.expires().toString()));
    }
}
