package dev.kept.erasure;

import dev.kept.http.Json;
import dev.kept.request.Marks;
import dev.kept.task.OpenDecision;
import dev.kept.task.Tasks;
import java.util.Map;

/** What may be erased: for a deletion what two people have approved, for an account that ends what the policy promised. */
public final class Approvals {
    private static final String BY_POLICY = "purge-plan";

    private final Tasks tasks;
    private final Marks marks;

    public Approvals(Tasks tasks, Marks marks) {
        this.tasks = tasks;
        this.marks = marks;
    }

    ErasurePlan of(String requestId, int round) {
        return tasks.find(OpenDecision.taskId(requestId, round))
                .map(task -> ErasurePlan.of(task.plan()))
                .or(() -> marks.find(requestId, BY_POLICY).map(mark -> ErasurePlan.of(Json.child(mark, "plan"))))
                .orElseThrow();
    }

    /** Writes down what goes because a policy promised it; whoever looks at the file reads it there. */
    public static void byPolicy(Marks marks, ErasurePlan plan) {
        marks.put(plan.requestId(), BY_POLICY, Map.of("plan", plan.tree(), "hash", plan.hash()));
    }
}
