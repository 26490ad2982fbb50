package dev.kept.request;

import dev.kept.Wiring;
import dev.kept.http.Call;
import dev.kept.http.Input;
import dev.kept.http.Reply;
import dev.kept.page.PagedFunction;
import dev.kept.page.Site;
import java.util.function.Supplier;

/** POST /requests/{requestId}/withdrawal: the person takes her request back. */
public final class WithdrawRequestHandler implements PagedFunction {
    private final Supplier<Site> site;
    private final WithdrawRequest withdraw;

    /** What Lambda calls. */
    public WithdrawRequestHandler() {
        this(Wiring.fromEnvironment());
    }

    public WithdrawRequestHandler(Wiring wiring) {
        site = wiring::site;
        withdraw = wiring.withdrawRequest();
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
        withdraw.withdraw(id, token);
        return call.wantsPage()
                ? Reply.seeOther(frame(call).to("/requests/" + id + "?token=" + token))
                : Reply.nothing();
    }
}
