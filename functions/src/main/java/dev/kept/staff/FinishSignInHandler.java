package dev.kept.staff;

import dev.kept.Wiring;
import dev.kept.http.Call;
import dev.kept.http.Reply;
import dev.kept.page.PagedFunction;
import dev.kept.page.Site;
import java.util.function.Supplier;

/** GET /staff/callback: takes a browser back from the identity provider and gives it a session. */
public final class FinishSignInHandler implements PagedFunction {
    private final Supplier<Site> site;
    private final SignIn signIn;

    /** What Lambda calls. */
    public FinishSignInHandler() {
        this(Wiring.fromEnvironment());
    }

    public FinishSignInHandler(Wiring wiring) {
        site = wiring::site;
        signIn = wiring.signIn();
    }

    @Override
    public Site site() {
        return site.get();
    }

    @Override
    public Reply answer(Call call) {
        var session = signIn.finish(call);
        return Reply.seeOther("/staff/tasks").with("Set-Cookie", session);
    }
}
