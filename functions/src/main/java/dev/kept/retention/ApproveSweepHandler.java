package dev.kept.retention;

import dev.kept.Wiring;
import dev.kept.http.Call;
import dev.kept.http.Input;
import dev.kept.http.ProblemFound;
import dev.kept.http.Reply;
import dev.kept.page.Site;
import dev.kept.staff.ConsoleFunction;
import dev.kept.staff.StaffMember;
import dev.kept.staff.StaffRole;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Supplier;

/** POST /staff/sweeps/{day}/approvals: lets go what was too much to go unasked. */
public final class ApproveSweepHandler implements ConsoleFunction {
    private static final Set<StaffRole> ALLOWED = EnumSet.of(StaffRole.APPROVER, StaffRole.DPO);

    private final Supplier<Site> site;
    private final ApproveSweep approve;

    /** What Lambda calls. */
    public ApproveSweepHandler() {
        this(Wiring.fromEnvironment());
    }

    public ApproveSweepHandler(Wiring wiring) {
        site = wiring::site;
        approve = wiring.approveSweep();
    }

    @Override
    public Site site() {
        return site.get();
    }

    @Override
    public Reply answer(Call call) {
        var who = StaffMember.of(call, ALLOWED);
        var input = Input.of(call);
        var category = input.text("category", 100);
        var count = input.text("count", 10);
        if (!count.matches("[1-9][0-9]{0,8}")) {
            input.refuse("count");
        }
        input.done();
        var day = day(call.parameter("day"));
        approve.approve(day, category, Integer.parseInt(count), who.subject());
        return call.wantsPage() ? Reply.seeOther("/staff/sweeps?day=" + day) : Reply.nothing();
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException unreadable) {
            throw ProblemFound.notFound();
        }
    }
}
