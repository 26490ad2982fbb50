package dev.kept.correction;

import dev.kept.request.Contents;
import dev.kept.request.Proposal;
import dev.kept.request.Request;
import dev.kept.request.Subjects;
import dev.kept.task.Plans;
import dev.kept.task.Task;
import java.util.Optional;
import java.util.function.Supplier;

/** Reads the systems again whenever somebody approves a correction, so that nothing is overwritten that nobody has seen. */
public final class CorrectionPlans implements Plans {
    private final Subjects subjects;
    private final Contents contents;
    private final Supplier<CorrectionPlanner> planner;

    /**
     * @param planner asked only when a correction is approved
     */
    public CorrectionPlans(Subjects subjects, Contents contents, Supplier<CorrectionPlanner> planner) {
        this.subjects = subjects;
        this.contents = contents;
        this.planner = planner;
    }

    /** Where the plan is another one now, staff are shown the values that it was made of. */
    @Override
    public Optional<Plan> now(Request request) {
        var content = contents.get(request.id());
        var subject = subjects.anew(request).ofToday();
        var drawn = planner.get().draw(request.id(), subject, Proposal.of(content));
        contents.put(request.id(), PlanCorrection.HELD, drawn.held().written());
        return Optional.of(new Plan(drawn.plan().tree(), drawn.plan().hash()));
    }

    @Override
    public Parts parts(Task task) {
        var plan = CorrectionPlan.of(task.plan());
        return new Parts(plan.names(), plan.taken());
    }
}
