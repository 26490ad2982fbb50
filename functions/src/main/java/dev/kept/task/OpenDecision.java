package dev.kept.task;

import dev.kept.http.Json;
import dev.kept.policy.RequestKind;
import dev.kept.request.Correspondence;
import dev.kept.request.Marks;
import dev.kept.request.Request;
import dev.kept.request.RequestFile;
import dev.kept.request.RequestState;
import dev.kept.request.Waits;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Opens the task in which staff decide about a request, on the plan that was written down. */
public final class OpenDecision {
    private final RequestFile file;
    private final Marks marks;
    private final Tasks tasks;
    private final Waits waits;
    private final Correspondence correspondence;
    private final Clock clock;

    public OpenDecision(
            RequestFile file, Marks marks, Tasks tasks, Waits waits, Correspondence correspondence, Clock clock) {
        this.file = file;
        this.marks = marks;
        this.tasks = tasks;
        this.waits = waits;
        this.correspondence = correspondence;
        this.clock = clock;
    }

    /** The kind of a task in which such a request is decided. */
    public static String kind(RequestKind kind) {
        return "decide-" + kind.word();
    }

    /** The task of that round of deciding. */
    public static String taskId(String requestId, int round) {
        return requestId + "." + round;
    }

    /**
     * Opens the round's task, or finds it open; when it is decided or the request closed, the workflow goes on at once.
     */
    void open(String requestId, int round, String taskToken) {
        waits.begin(requestId, Waits.For.DECISION, taskToken);
        var request = file.requests().get(requestId);
        var taskId = taskId(requestId, round);
        if (request.state() == RequestState.DECIDING && tasks.open(task(request, taskId))) {
            correspondence.tellStaff(
                    request, "task-" + round, letters -> letters.waiting(Correspondence.aboutTask(request, taskId)));
        }
        outcome(request, taskId).ifPresent(outcome -> waits.wake(requestId, Waits.For.DECISION, outcome));
    }

    private Optional<String> outcome(Request request, String taskId) {
        if (request.state() != RequestState.DECIDING && request.state() != RequestState.CARRYING_OUT) {
            return Optional.of(request.state().word());
        }
        var task = tasks.find(taskId);
        if (task.isEmpty()) {
            // only what nobody has to decide is carried out without a task
            return Optional.of(Decision.APPROVE.word());
        }
        var decision = task.flatMap(Task::decided).map(Task.Decided::decision);
        if (decision.filter(Decision.APPROVE::equals).isPresent()) {
            // whoever took the decision may have died before this; done twice it is done once
            file.requests().move(request.id(), RequestState.CARRYING_OUT);
        }
        return decision.map(Decision::word);
    }

    private Task task(Request request, String taskId) {
        var plan = marks.find(request.id(), "plan").orElseThrow();
        return new Task(
                taskId,
                kind(request.kind()),
                request.id(),
                clock.instant(),
                request.due().strict(),
                Json.child(plan, "plan"),
                String.valueOf(plan.get("hash")),
                may(request),
                Optional.empty(),
                Optional.empty());
    }

    /**
     * An extension is given once, and a doubt about identity is asked about once; or again where the workflow that waited for
     * her answer has failed.
     */
    private static List<Decision> may(Request request) {
        var may = new ArrayList<Decision>();
        may.add(Decision.APPROVE);
        may.add(Decision.REFUSE);
        if (request.due().extendedTo().isEmpty()) {
            may.add(Decision.EXTEND);
        }
        var asked = request.events().stream().anyMatch(event -> event.about() != null);
        if (!asked || !AskIdentity.hasAnswered(request)) {
            may.add(Decision.ASK_IDENTITY);
        }
        return may;
    }
}
