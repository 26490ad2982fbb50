package dev.kept.staff;

import dev.kept.Wiring;
import dev.kept.http.Call;
import dev.kept.http.Reply;
import dev.kept.page.PagedFunction;
import dev.kept.page.Site;
import java.util.function.Supplier;

/** GET /staff/sign-in: sends a browser to the identity provider. */
public final class SignInHandler implements PagedFunction {
    private final Supplier<Site> site;
    private final SignIn signIn;

    /** What Lambda calls. */
    public SignInHandler() {
        this(Wiring.fromEnvironment());
    }

    public SignInHandler(Wiring wiring) {
        site = wiring::site;
        signIn = wiring.signIn();
    }

    @Override
    public Site site() {
        return site.get();
    }

    @Override
    public Reply answer(Call call) {
        var begun = signIn.begin();
        return Reply.seeOther(begun.address()).with("Set-Cookie", begun.cookie());
    }
}
