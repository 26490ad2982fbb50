package dev.kept.erasure;

import dev.kept.ledger.Entry;
import dev.kept.ledger.Ledger;
import dev.kept.request.Correspondence;
import dev.kept.request.Marks;
import dev.kept.request.Request;
import dev.kept.request.RequestClosed;
import dev.kept.request.RequestFile;
import dev.kept.request.RequestState;
import dev.kept.request.Subjects;
import dev.kept.system.ConnectedSystem;
import dev.kept.system.Systems;
import dev.kept.task.OpenDecision;
import dev.kept.task.Reminders;
import dev.kept.task.Task;
import dev.kept.task.Tasks;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/**
 * The first step after confirmation, and again whenever an approval has become void: finds the person, counts what each
 * system holds and writes down the plan that two people have to approve. Every address on file is told that an erasure has
 * been asked for, so that nobody has somebody else's data erased unseen.
 */
public final class PlanErasure {
    private final RequestFile file;
    private final Subjects subjects;
    private final Planner planner;
    private final Systems systems;
    private final Tasks tasks;
    private final Marks marks;
    private final Correspondence correspondence;
    private final WarnOthers others;
    private final Reminders reminders;
    private final Ledger ledger;
    private final Clock clock;

    public PlanErasure(
            RequestFile file,
            Subjects subjects,
            Planner planner,
            Systems systems,
            Tasks tasks,
            Marks marks,
            Correspondence correspondence,
            Reminders reminders,
            Ledger ledger,
            Clock clock) {
        this.file = file;
        this.subjects = subjects;
        this.planner = planner;
        this.systems = systems;
        this.tasks = tasks;
        this.marks = marks;
        this.correspondence = correspondence;
        others = new WarnOthers(file, marks, correspondence, clock);
        this.reminders = reminders;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** In how many seconds staff are reminded of the decision of that round. */
    long plan(String requestId, int round) {
        var request = deciding(requestId, round);
        record(requestId, "request-confirmed", "person", Map.of());
        var subject = subjects.of(requestId);
        subject.personId().ifPresent(person -> file.requests().belongsTo(requestId, person));
        var plan = planner.plan(requestId, subject, file.requests().isContested(requestId));
        marks.put(requestId, "plan", Map.of("plan", plan.tree(), "hash", plan.hash()));
        record(requestId, "erasure-planned/" + round, "kept", Map.of("plan", plan.hash()));
        correspondence.write(
                request, "working", (letters, address) -> letters.working(address, Correspondence.about(request)));
        others.warn(request, subject);
        return reminders.wakeIn(request);
    }

    /** The ids of the systems that an erasure goes over before it comes to Kept's own tables. */
    List<String> systems() {
        return systems.others().stream().map(ConnectedSystem::id).toList();
    }

    /** The request, in the hands of those who decide: for the first time, or because an approval has become void. */
    private Request deciding(String requestId, int round) {
        var requests = file.requests();
        var undecided = tasks.find(OpenDecision.taskId(requestId, round))
                .flatMap(Task::decided)
                .isEmpty();
        if (!requests.move(requestId, RequestState.DECIDING) && undecided && round > 1) {
            requests.decideAgain(requestId);
        }
        var request = requests.get(requestId);
        if (request.state() != RequestState.DECIDING) {
            throw new RequestClosed(requestId);
        }
        return request;
    }

    private void record(String requestId, String what, String actor, Map<String, Object> details) {
        ledger.append(new Entry(
                requestId + "/" + what, clock.instant(), what.replaceFirst("/.*", ""), requestId, actor, details));
    }
}
