package dev.kept.task;

import dev.kept.Wiring;
import dev.kept.http.Call;
import dev.kept.http.Input;
import dev.kept.http.Reply;
import dev.kept.page.Site;
import dev.kept.staff.ConsoleFunction;
import dev.kept.staff.StaffMember;
import dev.kept.staff.StaffRole;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;

/** POST /staff/tasks/{taskId}/decision: staff decide. */
public final class DecideTaskHandler implements ConsoleFunction {
    private final Supplier<Site> site;
    private static final Set<StaffRole> ALLOWED = EnumSet.of(StaffRole.AGENT, StaffRole.APPROVER, StaffRole.DPO);
    private static final int LONGEST_NOTE = 2000;
    private static final int LONGEST_CODE = 64;

    private final Decide decide;

    /** What Lambda calls. */
    public DecideTaskHandler() {
        this(Wiring.fromEnvironment());
    }

    public DecideTaskHandler(Wiring wiring) {
        site = wiring::site;
        decide = wiring.decide();
    }

    @Override
    public Site site() {
        return site.get();
    }

    @Override
    public Reply answer(Call call) {
        var who = StaffMember.of(call, ALLOWED);
        var taskId = call.parameter("taskId");
        var state = decide.decide(taskId, read(Input.of(call)), who);
        return call.wantsPage() ? Reply.seeOther("/staff/tasks/" + taskId) : Reply.ok(Map.of("state", state));
    }

    private static Decide.Choice read(Input input) {
        var decision = Decision.of(input.text("decision", 20));
        if (decision.isEmpty()) {
            input.refuse("decision");
        }
        var planHash = input.optional("planHash", 64);
        var reason = input.optional("reason", LONGEST_CODE).orElse("");
        var note =
                input.optional("note", LONGEST_NOTE).or(() -> question(input)).orElse("");
        var counts = counts(input.object("counts"));
        var refused = refused(input.object("refused"));
        input.done();
        return new Decide.Choice(decision.orElseThrow(), planHash, reason, note, counts, refused);
    }

    /** The console's form names every field, with an empty ground where it is approved. */
    private static Map<String, String> refused(Input fields) {
        var refused = new LinkedHashMap<String, String>();
        for (var field : fields.names()) {
            fields.optional(field, LONGEST_CODE).ifPresent(ground -> refused.put(field, ground));
        }
        return refused;
    }

    /** A category left blank counts none. */
    private static Map<String, Integer> counts(Input input) {
        var counts = new TreeMap<String, Integer>();
        for (var category : input.names()) {
            var written = input.optional(category, 7);
            if (written.filter(count -> count.matches("[0-9]+")).isPresent()) {
                counts.put(category, Integer.valueOf(written.get()));
            } else if (written.isPresent()) {
                input.refuse(category);
            }
        }
        return counts;
    }

    /** The console asks for the two parts of a question about identity one by one: what is needed, and why. */
    private static Optional<String> question(Input input) {
        var what = input.optional("what", LONGEST_NOTE / 2);
        var why = input.optional("why", LONGEST_NOTE / 2);
        return what.map(text -> why.map(reason -> text + "\n\n" + reason).orElse(text));
    }
}
