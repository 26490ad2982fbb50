package dev.kept.console;

import dev.kept.Wiring;
import dev.kept.http.Call;
import dev.kept.http.Reply;
import dev.kept.page.Console;
import dev.kept.page.Site;
import dev.kept.policy.Policy;
import dev.kept.staff.ConsoleFunction;
import dev.kept.staff.StaffMember;
import dev.kept.task.Grounds;
import java.util.Optional;
import java.util.function.Supplier;

/** GET /staff/requests/{requestId}: the file of a request. */
public final class ShowRequestHandler implements ConsoleFunction {
    private final Supplier<Site> site;
    private final Policy policy;
    private final CaseFiles files;
    private final Grounds grounds;

    /** What Lambda calls. */
    public ShowRequestHandler() {
        this(Wiring.fromEnvironment());
    }

    public ShowRequestHandler(Wiring wiring) {
        site = wiring::site;
        policy = wiring.policy();
        files = wiring.caseFiles();
        grounds = wiring.grounds();
    }

    @Override
    public Site site() {
        return site.get();
    }

    @Override
    public Reply answer(Call call) {
        var reader = StaffMember.reader(call);
        var file = files.of(call.parameter("requestId"), reader);
        if (!call.wantsPage()) {
            return Reply.ok(CaseJson.file(file));
        }
        var frame = frame(call);
        return Reply.page(200, Console.file(frame, new CasePage(policy, grounds, frame).of(file, Optional.empty())));
    }
}
