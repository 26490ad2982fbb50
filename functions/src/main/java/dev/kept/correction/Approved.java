package dev.kept.correction;

import dev.kept.request.Marks;
import dev.kept.task.OpenDecision;
import dev.kept.task.Task;
import dev.kept.task.Tasks;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeSet;

/**
 * What of a correction is carried out, and on what grounds the rest is not.
 *
 * @param plan the plan that was approved
 * @param refused the fields that staff refused, each with the code of its ground
 * @param note whether the decision may have words of its own for the person, kept under the task's id
 */
record Approved(CorrectionPlan plan, Map<String, String> refused, String note) {
    /** The ground of a value that has meanwhile become somebody else's. */
    static final String NOT_VERIFIED = "NOT_VERIFIED";

    private static final String LOST = "lost#";

    /** By the decision of that round; without one nobody had to decide. */
    static Approved of(Tasks tasks, Marks marks, String requestId, int round) {
        var taskId = OpenDecision.taskId(requestId, round);
        var decided = tasks.find(taskId).filter(task -> task.decided().isPresent());
        var plan = decided.map(task -> CorrectionPlan.of(task.plan()))
                .or(() -> marks.find(requestId, "plan").map(PlanCorrection::plan))
                .orElseThrow();
        var refused = new LinkedHashMap<>(
                decided.flatMap(Task::decided).map(Task.Decided::refused).orElse(Map.of()));
        marks.all(requestId, LOST).keySet().forEach(field -> refused.putIfAbsent(field, NOT_VERIFIED));
        return new Approved(plan, refused, "note#" + taskId);
    }

    /** Notes that a value has become somebody else's since it was approved. */
    static void lose(Marks marks, String requestId, String field) {
        marks.put(requestId, LOST + field, Map.of());
    }

    /** The names of the fields that are carried out, sorted. */
    TreeSet<String> fields() {
        var fields = new TreeSet<>(plan.names());
        fields.removeAll(refused.keySet());
        return fields;
    }
}
