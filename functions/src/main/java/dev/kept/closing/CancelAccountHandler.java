package dev.kept.closing;

import dev.kept.Wiring;
import dev.kept.clock.ExitMode;
import dev.kept.http.Call;
import dev.kept.http.Input;
import dev.kept.http.Reply;
import dev.kept.page.Site;
import dev.kept.person.Personal;
import dev.kept.person.TypedIdentifier;
import dev.kept.policy.Policy;
import dev.kept.staff.ConsoleFunction;
import dev.kept.staff.StaffMember;
import dev.kept.staff.StaffRole;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** POST /staff/cancellations: staff cancel somebody's account. */
public final class CancelAccountHandler implements ConsoleFunction {
    private static final Set<StaffRole> ALLOWED = EnumSet.of(StaffRole.AGENT, StaffRole.APPROVER, StaffRole.DPO);

    private final Supplier<Site> site;
    private final Policy policy;
    private final Calendar calendar;
    private final CancelAccount cancel;

    /** What Lambda calls. */
    public CancelAccountHandler() {
        this(Wiring.fromEnvironment());
    }

    public CancelAccountHandler(Wiring wiring) {
        site = wiring::site;
        policy = wiring.policy();
        calendar = wiring.closingCalendar();
        cancel = wiring.cancelAccount();
    }

    @Override
    public Site site() {
        return site.get();
    }

    @Override
    public Reply answer(Call call) {
        var who = StaffMember.of(call, ALLOWED);
        var cancelled = cancel.cancel(read(Input.of(call)), who);
        var request = cancelled.request();
        if (call.wantsPage()) {
            return Reply.seeOther("/staff/requests/" + request.id());
        }
        var told = new LinkedHashMap<String, Object>();
        told.put("cancellationId", request.id());
        told.put("purgeBy", request.due().strictDate().toString());
        if (cancelled.folded()) {
            told.put("folded", true);
            return Reply.ok(told);
        }
        return Reply.created(Map.copyOf(told));
    }

    private CancelAccount.Order read(Input input) {
        var identifier = TypedIdentifier.read(input, "identifier", policy);
        var effective = day(input.text("effective", 10));
        if (effective.isEmpty()) {
            input.refuse("effective");
        }
        input.done();
        return new CancelAccount.Order(
                identifier.orElseThrow(),
                policy.languages().get(0),
                effective.orElseThrow(),
                ExitMode.SILENT,
                new Personal(""));
    }

    private Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text)).filter(calendar::allows);
        } catch (DateTimeParseException unreadable) {
            return Optional.empty();
        }
    }
}
