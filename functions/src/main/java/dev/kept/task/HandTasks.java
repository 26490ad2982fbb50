package dev.kept.task;

import dev.kept.ledger.Canonical;
import dev.kept.policy.ConnectedSystemDeclaration.Hand;
import dev.kept.request.RequestFile;
import dev.kept.system.HandAwaited;
import dev.kept.system.HandOverdue;
import dev.kept.system.HandWork;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Opens a task of its own for what people do by hand, due before the answer is, and tells what they said. What is asked
 * stands in the task's plan, by category and without a word about the person: whom it is about, the request knows.
 */
public final class HandTasks implements HandWork {
    /** What is left after such a task to write the answer in time. */
    private static final Duration TO_ANSWER = Duration.ofDays(1);

    private final Tasks tasks;
    private final RequestFile file;
    private final ZoneId zone;
    private final Clock clock;

    public HandTasks(Tasks tasks, RequestFile file, ZoneId zone, Clock clock) {
        this.tasks = tasks;
        this.file = file;
        this.zone = zone;
        this.clock = clock;
    }

    @Override
    public Done ask(Hand declared, Deed deed, String requestId, List<String> categories, List<String> fields) {
        var plan = plan(declared, deed, requestId, categories, fields);
        var hash = Canonical.sha256(plan);
        // another selection of categories is another task, the same one is the same
        var taskId = requestId + "." + deed.kind() + "." + declared.id() + "." + hash.substring(0, 8);
        var task = tasks.find(taskId).orElseGet(() -> open(declared, deed, requestId, taskId, plan, hash));
        if (task.decided().isPresent()) {
            var note = file.contents().find(requestId, note(taskId)).orElse("");
            return new Done(task.decided().get().counts(), note);
        }
        var due = due(declared, task);
        if (clock.instant().isBefore(due)) {
            throw new HandAwaited(declared.id(), taskId, due);
        }
        throw new HandOverdue(declared.id(), taskId);
    }

    /** The name under which a request's file keeps, sealed, what was said in a task. */
    static String note(String taskId) {
        return "note#" + taskId;
    }

    private Task open(
            Hand declared, Deed deed, String requestId, String taskId, Map<String, Object> plan, String hash) {
        var now = clock.instant();
        var task = new Task(
                taskId,
                deed.kind(),
                requestId,
                now,
                due(declared, requestId, now),
                plan,
                hash,
                List.of(Decision.DONE, Decision.NOT_FOUND),
                Optional.empty(),
                Optional.empty());
        return tasks.open(task) ? task : tasks.find(taskId).orElseThrow();
    }

    /** When it is due: whoever had the task in hand when the request failed gets the time anew when it is resumed. */
    private Instant due(Hand declared, Task task) {
        return file.requests()
                .get(task.requestId())
                .resumed()
                .map(run -> due(declared, task.requestId(), run.at()))
                .filter(task.due()::isBefore)
                .orElse(task.due());
    }

    /** Within the time that the policy gives, and never so late that the answer would be. */
    private Instant due(Hand declared, String requestId, Instant now) {
        var strict = file.requests().get(requestId).due().strict();
        var before = strict.minus(TO_ANSWER);
        var latest = before.isAfter(now) ? before : strict;
        var within = now.atZone(zone).plus(declared.within()).toInstant();
        return within.isBefore(latest) ? within : latest;
    }

    private static Map<String, Object> plan(
            Hand declared, Deed deed, String requestId, List<String> categories, List<String> fields) {
        var plan = new LinkedHashMap<String, Object>();
        plan.put("request", requestId);
        plan.put("does", deed.kind());
        plan.put("system", declared.id());
        plan.put("categories", categories);
        if (!fields.isEmpty()) {
            plan.put("fields", fields);
        }
        plan.put("instructions", declared.instructions().byLanguage());
        return plan;
    }
}
