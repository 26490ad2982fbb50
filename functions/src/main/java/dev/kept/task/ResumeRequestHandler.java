package dev.kept.task;

import dev.kept.Wiring;
import dev.kept.http.Call;
import dev.kept.http.Reply;
import dev.kept.page.Site;
import dev.kept.staff.ConsoleFunction;
import dev.kept.staff.StaffMember;
import dev.kept.staff.StaffRole;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Supplier;

/** POST /staff/requests/{requestId}/resume: staff take a request up again that has failed. */
public final class ResumeRequestHandler implements ConsoleFunction {
    private static final Set<StaffRole> ALLOWED = EnumSet.of(StaffRole.APPROVER, StaffRole.DPO);

    private final Supplier<Site> site;
    private final ResumeRequest resume;

    /** What Lambda calls. */
    public ResumeRequestHandler() {
        this(Wiring.fromEnvironment());
    }

    public ResumeRequestHandler(Wiring wiring) {
        site = wiring::site;
        resume = wiring.resumeRequest();
    }

    @Override
    public Site site() {
        return site.get();
    }

    @Override
    public Reply answer(Call call) {
        var who = StaffMember.of(call, ALLOWED);
        var requestId = call.parameter("requestId");
        resume.resume(requestId, who);
        return call.wantsPage() ? Reply.seeOther("/staff/requests/" + requestId) : Reply.nothing();
    }
}
