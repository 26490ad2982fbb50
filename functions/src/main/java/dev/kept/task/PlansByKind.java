package dev.kept.task;

import dev.kept.policy.RequestKind;
import dev.kept.request.Request;
import java.util.Map;
import java.util.Optional;

/** The plans of each kind of request that is decided on a plan; of any other a plan is only information. */
public final class PlansByKind implements Plans {
    private final Map<RequestKind, Plans> plans;

    public PlansByKind(Map<RequestKind, Plans> plans) {
        this.plans = Map.copyOf(plans);
    }

    @Override
    public Optional<Plan> now(Request request) {
        return Optional.ofNullable(plans.get(request.kind())).flatMap(kind -> kind.now(request));
    }

    @Override
    public Parts parts(Task task) {
        return plans.entrySet().stream()
                .filter(kind -> task.kind().equals(OpenDecision.kind(kind.getKey())))
                .findFirst()
                .map(kind -> kind.getValue().parts(task))
                .orElse(Parts.NONE);
    }
}
