package dev.kept.access;

import dev.kept.Wiring;
import dev.kept.http.Call;
import dev.kept.http.Input;
import dev.kept.http.Reply;
import dev.kept.page.PagedFunction;
import java.util.Map;

/** POST /answers/{requestId}: makes the address of the package when the person comes for it. */
public final class CollectAnswerHandler implements PagedFunction {
    private final CollectAnswer collect;

    /** What Lambda calls. */
    public CollectAnswerHandler() {
        this(Wiring.fromEnvironment());
    }

    public CollectAnswerHandler(Wiring wiring) {
        collect = wiring.collectAnswer();
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
