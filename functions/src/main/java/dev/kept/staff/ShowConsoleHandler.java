package dev.kept.staff;

import dev.kept.Wiring;
import dev.kept.http.Call;
import dev.kept.http.Reply;
import dev.kept.page.Console;
import dev.kept.page.PagedFunction;
import dev.kept.page.SignInView;
import dev.kept.page.Site;
import java.util.function.Supplier;

/** GET /staff: the way into the console, straight to the tasks for who is signed in. */
public final class ShowConsoleHandler implements PagedFunction {
    private final Supplier<Site> site;
    private final StaffTokens tokens;

    /** What Lambda calls. */
    public ShowConsoleHandler() {
        this(Wiring.fromEnvironment());
    }

    public ShowConsoleHandler(Wiring wiring) {
        site = wiring::site;
        tokens = wiring.staffTokens();
    }

    @Override
    public Site site() {
        return site.get();
    }

    @Override
    public Reply answer(Call call) {
        var session = Cookies.find(call, Cookies.SESSION).flatMap(tokens::verified);
        if (session.flatMap(Identity::role).isPresent()) {
            return Reply.seeOther("/staff/tasks");
        }
        var view = new SignInView("/staff/sign-in", call.asked("signed-out").isPresent());
        return Reply.page(200, Console.signIn(frame(call), view));
    }
}
