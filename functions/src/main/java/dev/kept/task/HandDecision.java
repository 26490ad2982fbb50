package dev.kept.task;

import dev.kept.http.Json;
import dev.kept.http.Problem;
import dev.kept.http.ProblemFound;
import dev.kept.http.ProblemKind;
import dev.kept.ledger.Entry;
import dev.kept.ledger.Ledger;
import dev.kept.request.Request;
import dev.kept.request.RequestFile;
import dev.kept.request.RequestState;
import dev.kept.staff.StaffMember;
import dev.kept.system.HandWork;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Takes what a member of staff says that was done by hand: so many records of a category, or that nothing was there. */
final class HandDecision {
    private static final Set<RequestState> OPEN = Set.of(RequestState.CARRYING_OUT, RequestState.ANSWERED);

    private final Tasks tasks;
    private final RequestFile file;
    private final Ledger ledger;
    private final Clock clock;

    HandDecision(Tasks tasks, RequestFile file, Ledger ledger, Clock clock) {
        this.tasks = tasks;
        this.file = file;
        this.ledger = ledger;
        this.clock = clock;
    }

    static boolean isAbout(Task task) {
        return task.may().contains(Decision.DONE);
    }

    /** Keeps it with the task, the words of it sealed with the request. */
    String decide(Task task, Request request, Decide.Choice choice, StaffMember who) {
        if (task.decided().isPresent() || !OPEN.contains(request.state())) {
            throw Decide.alreadyDecided();
        }
        check(task, choice);
        if (!choice.note().isEmpty()) {
            file.contents().put(request.id(), HandTasks.note(task.id()), choice.note());
        }
        var decided = new Task.Decided(
                choice.decision(),
                "",
                who.subject(),
                who.role().word(),
                clock.instant(),
                new TreeMap<>(choice.counts()),
                Map.of());
        if (!tasks.decide(task, decided, ledger, entry(task, decided))) {
            throw Decide.alreadyDecided();
        }
        return choice.decision().word();
    }

    private static void check(Task task, Decide.Choice choice) {
        if (!task.may().contains(choice.decision())) {
            throw new ProblemFound(ProblemKind.TOO_LATE, "This may not be decided; see what the task allows.");
        }
        if (choice.planHash().filter(hash -> !hash.equals(task.planHash())).isPresent()) {
            throw new ProblemFound(
                    ProblemKind.PLAN_CHANGED, "Read the task again and decide on the planHash that it shows now.");
        }
        var known = Json.list(task.plan(), "categories");
        var found = choice.counts().values().stream().anyMatch(count -> count > 0);
        var wanted = choice.decision() == Decision.DONE;
        if (!known.containsAll(choice.counts().keySet()) || found != wanted) {
            throw fault(
                    "Say how many records of which of the task's categories; of none where nothing was found.",
                    "counts");
        }
        if (wanted && choice.note().isEmpty() && task.kind().equals(HandWork.Deed.GATHER.kind())) {
            throw fault("Say as the note what was found: it goes into the answer.", "note");
        }
    }

    private static ProblemFound fault(String remedy, String field) {
        return new ProblemFound(Problem.fields(ProblemKind.INVALID_INPUT, remedy, List.of(field)));
    }

    private static Entry entry(Task task, Task.Decided decided) {
        var what = decided.decision() == Decision.DONE ? "done-by-hand" : "not-found-by-hand";
        var details = new LinkedHashMap<String, Object>();
        details.put("task", task.id());
        details.put("plan", task.planHash());
        details.put("role", decided.role());
        details.put("system", Json.string(task.plan(), "system"));
        details.put("counts", decided.counts());
        return new Entry(task.id() + "/" + what, decided.at(), what, task.requestId(), decided.by(), details);
    }
}
