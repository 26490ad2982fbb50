package dev.kept.restriction;

import dev.kept.choice.Marketing;
import dev.kept.choice.Suppressions;
import dev.kept.ledger.Canonical;
import dev.kept.ledger.Entry;
import dev.kept.ledger.Ledger;
import dev.kept.person.Restrictions;
import dev.kept.policy.ConnectedSystemDeclaration;
import dev.kept.policy.Policy;
import dev.kept.policy.RequestKind;
import dev.kept.request.Correspondence;
import dev.kept.request.Marks;
import dev.kept.request.Request;
import dev.kept.request.RequestClosed;
import dev.kept.request.RequestFile;
import dev.kept.request.RequestState;
import dev.kept.request.Subjects;
import dev.kept.system.ConnectedSystem;
import dev.kept.system.Subject;
import dev.kept.system.SystemUnavailable;
import dev.kept.system.Systems;
import dev.kept.task.Reminders;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The first step after confirmation, which takes effect at once: marketing stops for good (GDPR art. 21(3)), and whatever has
 * to be decided is restricted until it is (art. 18(1)). Only then are the systems looked into, which may take time.
 */
public final class LimitUse {
    /** The mark of what is limited. */
    static final String PLAN = "plan";
    /** Why a person's records are restricted. */
    static final String ASKED = "RESTRICTION_ASKED";

    static final String OBJECTED = "OBJECTION_EXAMINED";

    private final Policy policy;
    private final RequestFile file;
    private final Subjects subjects;
    private final Systems systems;
    private final Marketing marketing;
    private final Restrictions restrictions;
    private final Marks marks;
    private final Correspondence correspondence;
    private final Reminders reminders;
    private final Ledger ledger;
    private final Clock clock;

    /** Where limits are noted. */
    public record Notes(Marketing marketing, Restrictions restrictions, Marks marks) {}

    public LimitUse(
            Policy policy,
            RequestFile file,
            Subjects subjects,
            Systems systems,
            Notes notes,
            Correspondence correspondence,
            Reminders reminders,
            Ledger ledger,
            Clock clock) {
        this.policy = policy;
        this.file = file;
        this.subjects = subjects;
        this.systems = systems;
        marketing = notes.marketing();
        restrictions = notes.restrictions();
        marks = notes.marks();
        this.correspondence = correspondence;
        this.reminders = reminders;
        this.ledger = ledger;
        this.clock = clock;
    }

    /**
     * How to go on.
     *
     * @param outcome {@code decide}, or {@code go} where nobody has to
     * @param systems the ids of the systems in which marketing is to stop
     * @param wakeIn in how many seconds staff are to be reminded
     */
    record Limited(String outcome, List<String> systems, long wakeIn) {}

    Limited limit(String requestId) {
        file.requests().move(requestId, RequestState.DECIDING);
        var request = file.requests().get(requestId);
        if (request.state() != RequestState.DECIDING && request.state() != RequestState.CARRYING_OUT) {
            throw new RequestClosed(requestId);
        }
        record(requestId, "request-confirmed", "person", Map.of());
        var plan = LimitPlan.of(policy, request, file.contents().get(requestId));
        if (request.state() == RequestState.DECIDING) {
            take(request, plan);
        }
        if (!plan.decide()) {
            file.requests().move(requestId, RequestState.CARRYING_OUT);
        }
        return new Limited(
                plan.decide() ? "decide" : "go", plan.marketing() ? stopping() : List.of(), reminders.wakeIn(request));
    }

    private void take(Request request, LimitPlan plan) {
        var subject = subjects.of(request.id());
        subject.personId().ifPresent(person -> file.requests().belongsTo(request.id(), person));
        // the records that lead to her may go
        subjects.setApart(request.id(), subject);
        if (plan.marketing()) {
            marketing.stop(subject.identifiers(), Suppressions.Reason.OBJECTION);
            record(request.id(), "marketing-stopped", "kept", Map.of());
        }
        if (plan.decide()) {
            restrict(request, subject);
        }
        var tree = plan.tree(request, survey(subject, plan));
        marks.put(request.id(), PLAN, Map.of("plan", tree, "hash", Canonical.sha256(tree)));
        if (plan.decide()) {
            correspondence.write(
                    request, "working", (letters, address) -> letters.working(address, Correspondence.about(request)));
        }
    }

    private void restrict(Request request, Subject subject) {
        var reason = request.kind() == RequestKind.OBJECTION ? OBJECTED : ASKED;
        subject.personId().ifPresent(person -> {
            restrictions.restrict(person, request.id(), reason);
            record(request, "person-restricted", Map.of("reason", reason));
        });
    }

    /** What staff decide about, as far as the systems hold any of it. */
    private List<Map<String, Object>> survey(Subject subject, LimitPlan plan) {
        var lines = new ArrayList<Map<String, Object>>();
        if (plan.decide()) {
            systems.all().forEach(system -> lines.add(line(system, subject, plan)));
        }
        return lines;
    }

    private static Map<String, Object> line(ConnectedSystem system, Subject subject, LimitPlan plan) {
        var line = new LinkedHashMap<String, Object>();
        line.put("system", system.id());
        try {
            var found = new TreeMap<>(system.count(subject));
            found.keySet().removeIf(category -> !plan.concerns(category));
            line.put("found", found);
            line.put("answered", true);
        } catch (SystemUnavailable silent) {
            line.put("found", Map.of());
            line.put("answered", false);
        }
        return line;
    }

    /** Those that may hold something that is there for marketing alone. */
    private List<String> stopping() {
        var used = systems.ids();
        return policy.systems().stream()
                .filter(declared -> used.contains(declared.id()))
                .filter(declared -> declared instanceof ConnectedSystemDeclaration.Kept
                        || declared.categories().stream().anyMatch(policy.promotionalCategories()::contains))
                .map(ConnectedSystemDeclaration::id)
                .toList();
    }

    /** What is done anew when the request is resumed, since staff may have undone it. */
    private void record(Request request, String what, Map<String, Object> details) {
        ledger.append(new Entry(
                request.id() + "/" + request.again(what), clock.instant(), what, request.id(), "kept", details));
    }

    private void record(String requestId, String what, String actor, Map<String, Object> details) {
        ledger.append(new Entry(requestId + "/" + what, clock.instant(), what, requestId, actor, details));
    }
}
