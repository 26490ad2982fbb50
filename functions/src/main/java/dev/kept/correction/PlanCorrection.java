package dev.kept.correction;

import dev.kept.http.Json;
import dev.kept.ledger.Entry;
import dev.kept.ledger.Ledger;
import dev.kept.person.Restrictions;
import dev.kept.request.Correspondence;
import dev.kept.request.Marks;
import dev.kept.request.Proposal;
import dev.kept.request.Request;
import dev.kept.request.RequestClosed;
import dev.kept.request.RequestFile;
import dev.kept.request.RequestState;
import dev.kept.request.Subjects;
import dev.kept.system.Subject;
import dev.kept.task.Reminders;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/**
 * The first step after confirmation: finds the person, reads what the systems hold of the fields in question and writes
 * down the plan. While staff decide, her records are restricted, since their accuracy is contested (GDPR art. 18(1)(a));
 * what the policy lets her change herself is carried out without anybody deciding.
 */
public final class PlanCorrection {
    /** The name under which a request's file keeps, sealed, what the systems held. */
    public static final String HELD = "held";
    /** The name under which it keeps what they held before the request was carried out in part and failed. */
    static final String HELD_BEFORE = "held-before";
    /** Why a person's records are restricted. */
    static final String CONTESTED = "ACCURACY_CONTESTED";

    private final RequestFile file;
    private final Subjects subjects;
    private final CorrectionPlanner planner;
    private final Restrictions restrictions;
    private final Marks marks;
    private final Correspondence correspondence;
    private final Reminders reminders;
    private final Ledger ledger;
    private final Clock clock;

    public PlanCorrection(
            RequestFile file,
            Subjects subjects,
            CorrectionPlanner planner,
            Restrictions restrictions,
            Marks marks,
            Correspondence correspondence,
            Reminders reminders,
            Ledger ledger,
            Clock clock) {
        this.file = file;
        this.subjects = subjects;
        this.planner = planner;
        this.restrictions = restrictions;
        this.marks = marks;
        this.correspondence = correspondence;
        this.reminders = reminders;
        this.ledger = ledger;
        this.clock = clock;
    }

    /**
     * How to go on.
     *
     * @param systems the ids of the systems that the correction goes over
     * @param wakeIn in how many seconds staff are to be reminded
     */
    record Planned(List<String> systems, long wakeIn) {}

    Planned plan(String requestId) {
        var requests = file.requests();
        requests.move(requestId, RequestState.DECIDING);
        var request = requests.get(requestId);
        if (request.state() != RequestState.DECIDING && request.state() != RequestState.CARRYING_OUT) {
            throw new RequestClosed(requestId);
        }
        record(requestId, "request-confirmed", "person", Map.of());
        var plan = request.state() == RequestState.DECIDING ? draw(request) : known(requestId);
        if (plan.isSelfService()) {
            requests.move(requestId, RequestState.CARRYING_OUT);
        } else {
            correspondence.write(
                    request, "working", (letters, address) -> letters.working(address, Correspondence.about(request)));
        }
        return new Planned(
                plan.systems().stream().map(CorrectionPlan.Place::system).toList(), reminders.wakeIn(request));
    }

    private CorrectionPlan draw(Request request) {
        var content = file.contents().get(request.id());
        var subject = subjects.anew(request).ofToday();
        subject.personId().ifPresent(person -> file.requests().belongsTo(request.id(), person));
        var drawn = planner.draw(request.id(), subject, Proposal.of(content));
        var plan = drawn.plan();
        keepBefore(request);
        file.contents().put(request.id(), HELD, drawn.held().written());
        // once it is carried out, what she was found by may lead nowhere any more
        subjects.setApart(request.id(), subject);
        marks.put(request.id(), "plan", Map.of("plan", plan.tree(), "hash", plan.hash()));
        record(request, "correction-planned", Map.of("plan", plan.hash()));
        if (!plan.isSelfService()) {
            restrict(request, subject);
        }
        return plan;
    }

    /** What was wrong before anything was written is to be remembered as wrong, although no system holds it any more. */
    private void keepBefore(Request request) {
        if (request.resumed().isPresent()
                && file.contents().find(request.id(), HELD_BEFORE).isEmpty()) {
            file.contents()
                    .find(request.id(), HELD)
                    .ifPresent(held -> file.contents().put(request.id(), HELD_BEFORE, held));
        }
    }

    private CorrectionPlan known(String requestId) {
        return marks.find(requestId, "plan").map(PlanCorrection::plan).orElseThrow();
    }

    static CorrectionPlan plan(Map<String, Object> mark) {
        return CorrectionPlan.of(Json.child(mark, "plan"));
    }

    private void restrict(Request request, Subject subject) {
        subject.personId().ifPresent(person -> {
            restrictions.restrict(person, request.id(), CONTESTED);
            record(request, "person-restricted", Map.of("reason", CONTESTED));
        });
    }

    /** What is done anew when the request is resumed. */
    private void record(Request request, String what, Map<String, Object> details) {
        ledger.append(new Entry(
                request.id() + "/" + request.again(what), clock.instant(), what, request.id(), "kept", details));
    }

    private void record(String requestId, String what, String actor, Map<String, Object> details) {
        ledger.append(new Entry(requestId + "/" + what, clock.instant(), what, requestId, actor, details));
    }
}
