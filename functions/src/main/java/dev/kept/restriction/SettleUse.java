package dev.kept.restriction;

import dev.kept.http.Json;
import dev.kept.ledger.Entry;
import dev.kept.ledger.Ledger;
import dev.kept.ledger.Outcome;
import dev.kept.ledger.SystemOutcome;
import dev.kept.outcome.OpenSystems;
import dev.kept.outcome.SystemMarks;
import dev.kept.person.DateRecords;
import dev.kept.person.Restrictions;
import dev.kept.policy.ConnectedSystemDeclaration;
import dev.kept.policy.Policy;
import dev.kept.policy.RequestKind;
import dev.kept.request.Marks;
import dev.kept.request.Request;
import dev.kept.request.RequestFile;
import dev.kept.request.RequestState;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Carries out what was decided: what was approved is noted for good, what was refused or withdrawn is free again. Whoever was
 * refused has been told before this (GDPR art. 18(3)).
 */
public final class SettleUse {
    private final Policy policy;
    private final RequestFile file;
    private final Restrictions restrictions;
    private final DateRecords dates;
    private final Marks marks;
    private final Ledger ledger;
    private final Clock clock;

    public SettleUse(
            Policy policy,
            RequestFile file,
            Restrictions restrictions,
            DateRecords dates,
            Marks marks,
            Ledger ledger,
            Clock clock) {
        this.policy = policy;
        this.file = file;
        this.restrictions = restrictions;
        this.dates = dates;
        this.marks = marks;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** Whether there is something to tell the person: nothing where she was told, or has withdrawn. */
    boolean settle(String requestId) {
        var request = file.requests().get(requestId);
        if (request.state() != RequestState.CARRYING_OUT && request.state() != RequestState.ANSWERED) {
            lift(request);
            return false;
        }
        var tree = marks.find(requestId, LimitUse.PLAN)
                .map(mark -> Json.child(mark, "plan"))
                .orElseThrow();
        var plan = LimitPlan.of(tree);
        if (plan.decide()) {
            if (request.kind() == RequestKind.OBJECTION) {
                request.personId().ifPresent(person -> {
                    restrictions.object(person, requestId, plan.categories());
                    dates.settle(person);
                });
            }
            Json.list(tree, "systems").forEach(system -> mark(request, Json.child(Map.of("", system), "")));
        }
        return true;
    }

    private void lift(Request request) {
        request.personId().ifPresent(person -> {
            restrictions.lift(person, request.id());
            if (request.resumed().isPresent()) {
                // it may have been settled otherwise before the request failed
                restrictions.withdrawObjection(person, request.id());
                dates.settle(person);
            }
            ledger.append(new Entry(
                    request.id() + "/" + request.again("restriction-lifted"),
                    clock.instant(),
                    "restriction-lifted",
                    request.id(),
                    "kept",
                    Map.of()));
        });
    }

    /** Beside what has already been marked of that system; done twice it is done once. */
    private void mark(Request request, Map<String, Object> planned) {
        var system = Json.string(planned, "system");
        var found = new TreeMap<String, Integer>();
        var tree = Json.child(planned, "found");
        tree.keySet().forEach(category -> found.put(category, Json.number(tree, category)));
        var lines = new ArrayList<SystemOutcome>();
        new SystemMarks(marks)
                .of(request.id(), system).stream()
                        .filter(SettleUse::isOfMarketing)
                        .forEach(lines::add);
        if (isOwn(system)) {
            lines.add(new SystemOutcome(system, found.isEmpty() ? Outcome.NONE : Outcome.RESTRICTED, found));
        } else if (!found.isEmpty() || !Boolean.TRUE.equals(planned.get("answered"))) {
            var why = Optional.of(OpenSystems.NO_RESTRICTION);
            lines.add(new SystemOutcome(system, Outcome.UNAVAILABLE, found, Map.of(), why, Optional.empty()));
        }
        if (!lines.isEmpty()) {
            new SystemMarks(marks).put(request.id(), system, List.copyOf(lines));
        }
    }

    /** What has become of marketing there stays said, were it that it is open. */
    private static boolean isOfMarketing(SystemOutcome line) {
        return line.outcome() == Outcome.ERASED
                || (line.outcome() == Outcome.UNAVAILABLE
                        && line.reason()
                                .filter(OpenSystems.NO_RESTRICTION::equals)
                                .isEmpty());
    }

    private boolean isOwn(String system) {
        return policy.system(system)
                .filter(ConnectedSystemDeclaration.Kept.class::isInstance)
                .isPresent();
    }
}
