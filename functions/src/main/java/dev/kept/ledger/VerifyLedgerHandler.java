package dev.kept.ledger;

import dev.kept.Wiring;
import dev.kept.http.Call;
import dev.kept.http.Reply;
import dev.kept.page.Site;
import dev.kept.staff.ConsoleFunction;
import dev.kept.staff.StaffMember;
import java.util.function.Supplier;

/** GET /staff/ledger/verification: whether the ledger is intact. */
public final class VerifyLedgerHandler implements ConsoleFunction {
    private final Supplier<Site> site;
    private final VerifyLedger verify;

    public VerifyLedgerHandler() {
        this(Wiring.fromEnvironment());
    }

    public VerifyLedgerHandler(Wiring wiring) {
        site = wiring::site;
        verify = wiring.verifyLedger();
    }

    @Override
    public Site site() {
        return site.get();
    }

    @Override
    public Reply answer(Call call) {
        StaffMember.reader(call);
        return call.wantsPage() ? Reply.seeOther("/staff/ledger") : Reply.ok(verify.verify());
    }
}
