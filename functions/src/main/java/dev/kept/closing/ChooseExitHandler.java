package dev.kept.closing;

import dev.kept.Wiring;
import dev.kept.http.Call;
import dev.kept.http.Input;
import dev.kept.http.Reply;
import dev.kept.page.PagedFunction;
import dev.kept.page.Site;
import java.util.function.Supplier;

/** POST of what the owner of an account that ends decides: /requests/{requestId}/reinstatement and …/erasure. */
public final class ChooseExitHandler implements PagedFunction {
    private final Supplier<Site> site;
    private final ChooseExit choose;

    /** What Lambda calls. */
    public ChooseExitHandler() {
        this(Wiring.fromEnvironment());
    }

    public ChooseExitHandler(Wiring wiring) {
        site = wiring::site;
        choose = wiring.chooseExit();
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
        var again = call.path().endsWith("/reinstatement");
        if (again) {
            choose.reinstate(id, token);
        } else {
            choose.eraseNow(id, token);
        }
        return call.wantsPage()
                ? Reply.seeOther(frame(call).to("/requests/" + id + (again ? "/reinstated" : "/erasing")))
                : Reply.nothing();
    }
}
