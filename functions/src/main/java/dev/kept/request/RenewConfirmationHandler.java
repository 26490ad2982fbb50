package dev.kept.request;

import dev.kept.Wiring;
import dev.kept.http.Call;
import dev.kept.http.Input;
import dev.kept.http.Reply;
import dev.kept.page.PagedFunction;
import dev.kept.page.Site;
import java.util.Map;
import java.util.function.Supplier;

/** POST /requests/{requestId}/confirmation-link: a new link in place of one that was used, too old or replaced. */
public final class RenewConfirmationHandler implements PagedFunction {
    private final Supplier<Site> site;
    private final RenewConfirmation renew;

    /** What Lambda calls. */
    public RenewConfirmationHandler() {
        this(Wiring.fromEnvironment());
    }

    public RenewConfirmationHandler(Wiring wiring) {
        site = wiring::site;
        renew = wiring.renewConfirmation();
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
        renew.renew(id, token);
        return call.wantsPage()
                ? Reply.seeOther(frame(call).to("/requests/" + id + "/renewed"))
                : Reply.accepted(Map.of("requestId", id));
    }
}
