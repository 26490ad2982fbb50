package dev.kept.erasure;

import dev.kept.Wiring;
import dev.kept.step.Step;
import dev.kept.step.StepFunction;
import java.util.Map;

/** Counts what would go and what would stay, and writes down the plan that two people approve. */
public final class PlanErasureHandler implements StepFunction {
    private final PlanErasure plan;

    /** What Lambda calls. */
    public PlanErasureHandler() {
        this(Wiring.fromEnvironment());
    }

    public PlanErasureHandler(Wiring wiring) {
        plan = wiring.planErasure();
    }

    @Override
    public Map<String, Object> run(Step step) {
        var round = Math.max(1, step.number("round"));
        var wakeIn = plan.plan(step.requestId(), round);
        return Map.of("systems", plan.systems(), "wakeIn", wakeIn, "round", round);
    }
}
