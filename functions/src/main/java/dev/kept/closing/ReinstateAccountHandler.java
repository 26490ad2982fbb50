package dev.kept.closing;

import dev.kept.Wiring;
import dev.kept.http.Call;
import dev.kept.http.Input;
import dev.kept.http.ProblemFound;
import dev.kept.http.Reply;
import dev.kept.page.Site;
import dev.kept.policy.RequestKind;
import dev.kept.request.Requests;
import dev.kept.request.WithdrawRequest;
import dev.kept.staff.ConsoleFunction;
import dev.kept.staff.StaffMember;
import dev.kept.staff.StaffRole;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Supplier;

/** POST /staff/cancellations/{requestId}/reinstatement: staff take an account up again for its owner. */
public final class ReinstateAccountHandler implements ConsoleFunction {
    private static final Set<StaffRole> ALLOWED = EnumSet.of(StaffRole.AGENT, StaffRole.APPROVER, StaffRole.DPO);

    private final Supplier<Site> site;
    private final Requests requests;
    private final WithdrawRequest withdraw;

    /** What Lambda calls. */
    public ReinstateAccountHandler() {
        this(Wiring.fromEnvironment());
    }

    public ReinstateAccountHandler(Wiring wiring) {
        site = wiring::site;
        requests = wiring.requests();
        withdraw = wiring.withdrawRequest();
    }

    @Override
    public Site site() {
        return site.get();
    }

    @Override
    public Reply answer(Call call) {
        var who = StaffMember.of(call, ALLOWED);
        Input.of(call).done();
        var id = call.parameter("requestId");
        if (requests.require(id).kind() != RequestKind.CANCELLATION) {
            throw ProblemFound.notFound();
        }
        withdraw.reinstate(id, who.subject());
        return call.wantsPage() ? Reply.seeOther("/staff/requests/" + id) : Reply.nothing();
    }
}
