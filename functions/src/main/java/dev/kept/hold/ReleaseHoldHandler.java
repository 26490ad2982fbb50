package dev.kept.hold;

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

/** POST /staff/holds/{holdId}/release: staff release a legal hold. */
public final class ReleaseHoldHandler implements ConsoleFunction {
    private static final Set<StaffRole> ALLOWED = EnumSet.of(StaffRole.APPROVER, StaffRole.DPO);

    private final Supplier<Site> site;
    private final ReleaseHold release;

    /** What Lambda calls. */
    public ReleaseHoldHandler() {
        this(Wiring.fromEnvironment());
    }

    public ReleaseHoldHandler(Wiring wiring) {
        site = wiring::site;
        release = wiring.releaseHold();
    }

    @Override
    public Site site() {
        return site.get();
    }

    @Override
    public Reply answer(Call call) {
        var who = StaffMember.of(call, ALLOWED);
        release.release(call.parameter("holdId"), who.subject());
        return call.wantsPage() ? Reply.seeOther("/staff/holds") : Reply.nothing();
    }
}
