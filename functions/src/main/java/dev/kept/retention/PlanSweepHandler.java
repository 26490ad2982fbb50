package dev.kept.retention;

import dev.kept.Wiring;
import dev.kept.step.Step;
import dev.kept.step.StepFunction;
import java.time.LocalDate;
import java.util.Map;

/** Finds out what is due on a day, and what of it may go without anybody's approval. */
public final class PlanSweepHandler implements StepFunction {
    private final PlanSweep plan;

    /** What Lambda calls. */
    public PlanSweepHandler() {
        this(Wiring.fromEnvironment());
    }

    public PlanSweepHandler(Wiring wiring) {
        plan = wiring.planSweep();
    }

    @Override
    public Map<String, Object> run(Step step) {
        var planned = plan.plan(LocalDate.parse(step.text("day")), step.text("sweep"));
        return Map.of("busy", planned.busy(), "shards", planned.shards(), "systems", planned.systems());
    }
}
