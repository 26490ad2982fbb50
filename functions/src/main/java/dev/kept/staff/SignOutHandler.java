package dev.kept.staff;

import dev.kept.Wiring;
import dev.kept.http.Call;
import dev.kept.http.ProblemFound;
import dev.kept.http.ProblemKind;
import dev.kept.http.Reply;
import dev.kept.page.PagedFunction;
import dev.kept.page.Site;
import java.time.Duration;
import java.util.function.Supplier;

/** POST /staff/sign-out: takes the session away from the browser. */
public final class SignOutHandler implements PagedFunction {
    private final Supplier<Site> site;
    private final OwnOrigin own;

    /** What Lambda calls. */
    public SignOutHandler() {
        this(Wiring.fromEnvironment());
    }

    public SignOutHandler(Wiring wiring) {
        site = wiring::site;
        own = OwnOrigin.of(wiring.baseUrl());
    }

    @Override
    public Site site() {
        return site.get();
    }

    @Override
    public Reply answer(Call call) {
        if (!own.sent(call)) {
            throw new ProblemFound(ProblemKind.FOREIGN_ORIGIN, "Send the form from the console's own page.");
        }
        return Reply.seeOther("/staff?signed-out=yes")
                .with("Set-Cookie", Cookies.set(Cookies.SESSION, "", Duration.ZERO));
    }
}
