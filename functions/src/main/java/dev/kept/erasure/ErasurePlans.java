package dev.kept.erasure;

import dev.kept.policy.RequestKind;
import dev.kept.request.Request;
import dev.kept.request.Requests;
import dev.kept.request.Subjects;
import dev.kept.task.Plans;
import java.util.Optional;
import java.util.function.Supplier;

/** Plans an erasure anew whenever somebody approves one, so that two people approve what is there and not what was. */
public final class ErasurePlans implements Plans {
    private final Subjects subjects;
    private final Supplier<Planner> planner;
    private final Requests requests;

    /**
     * @param planner asked only when a deletion is approved
     */
    public ErasurePlans(Subjects subjects, Supplier<Planner> planner, Requests requests) {
        this.subjects = subjects;
        this.planner = planner;
        this.requests = requests;
    }

    @Override
    public Optional<Plan> now(Request request) {
        if (request.kind() != RequestKind.DELETION) {
            return Optional.empty();
        }
        var contested = requests.isContested(request.id());
        var plan = planner.get().plan(request.id(), subjects.of(request.id()), contested);
        return Optional.of(new Plan(plan.tree(), plan.hash()));
    }
}
