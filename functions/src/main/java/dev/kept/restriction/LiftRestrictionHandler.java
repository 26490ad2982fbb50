package dev.kept.restriction;

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

/** POST /staff/restrictions/{requestId}/lift: staff end a restriction, of which the person is told first. */
public final class LiftRestrictionHandler implements ConsoleFunction {
    private static final Set<StaffRole> ALLOWED = EnumSet.of(StaffRole.APPROVER, StaffRole.DPO);

    private final Supplier<Site> site;
    private final LiftRestriction lift;

    /** What Lambda calls. */
    public LiftRestrictionHandler() {
        this(Wiring.fromEnvironment());
    }

    public LiftRestrictionHandler(Wiring wiring) {
        site = wiring::site;
        lift = wiring.liftRestriction();
    }

    @Override
    public Site site() {
        return site.get();
    }

    @Override
    public Reply answer(Call call) {
        var who = StaffMember.of(call, ALLOWED);
        var requestId = call.parameter("requestId");
        lift.lift(requestId, who.subject());
        return call.wantsPage() ? Reply.seeOther("/staff/requests/" + requestId) : Reply.nothing();
    }
}
