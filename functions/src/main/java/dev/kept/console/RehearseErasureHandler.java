package dev.kept.console;

import dev.kept.Wiring;
import dev.kept.erasure.RehearseErasure;
import dev.kept.http.Call;
import dev.kept.http.Input;
import dev.kept.http.Problem;
import dev.kept.http.ProblemKind;
import dev.kept.http.Reply;
import dev.kept.page.Console;
import dev.kept.page.RehearsalView;
import dev.kept.page.Site;
import dev.kept.person.TypedIdentifier;
import dev.kept.policy.Policy;
import dev.kept.staff.ConsoleFunction;
import dev.kept.staff.StaffMember;
import dev.kept.staff.StaffRole;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * GET and POST /staff/rehearsals: staff see what a deletion request of a person would do at this moment. It is a POST since an
 * identifier belongs in no address.
 */
public final class RehearseErasureHandler implements ConsoleFunction {
    private static final Set<StaffRole> ALLOWED = EnumSet.of(StaffRole.AGENT, StaffRole.APPROVER, StaffRole.DPO);

    private final Supplier<Site> site;
    private final Policy policy;
    private final RehearseErasure rehearse;

    /** What Lambda calls. */
    public RehearseErasureHandler() {
        this(Wiring.fromEnvironment());
    }

    public RehearseErasureHandler(Wiring wiring) {
        site = wiring::site;
        policy = wiring.policy();
        rehearse = wiring.rehearseErasure();
    }

    @Override
    public Site site() {
        return site.get();
    }

    @Override
    public Reply answer(Call call) {
        var who = StaffMember.of(call, ALLOWED);
        if (call.method().equals("GET")) {
            return Reply.page(200, page(call, RehearsalView.EMPTY));
        }
        var input = Input.of(call);
        var identifier = TypedIdentifier.read(input, "identifier", policy);
        input.done();
        var plan = rehearse.rehearse(identifier.orElseThrow(), who.subject()).tree();
        return call.wantsPage() ? Reply.page(200, page(call, view(call, plan))) : Reply.ok(told(plan));
    }

    @Override
    public Optional<String> corrected(Problem problem, Call call) {
        return problem.kind() == ProblemKind.INVALID_INPUT
                ? Optional.of(page(call, RehearsalView.FAULTY))
                : Optional.empty();
    }

    private String page(Call call, RehearsalView view) {
        return Console.rehearsal(frame(call), view);
    }

    private RehearsalView view(Call call, Map<String, Object> plan) {
        var found = Found.in(plan);
        var frame = frame(call);
        return new RehearsalView(
                false,
                true,
                new FoundItems(frame, policy).of(found),
                found.lines().stream().mapToInt(Found.Line::count).sum(),
                found.unanswered().stream()
                        .map(system -> policy.systemTitle(system, frame.lang()))
                        .toList());
    }

    private static Map<String, Object> told(Map<String, Object> plan) {
        var told = new LinkedHashMap<String, Object>();
        told.put("rehearsalId", plan.get("request"));
        told.put("systems", plan.get("systems"));
        return told;
    }
}
