package dev.kept.correction;

import dev.kept.Wiring;
import dev.kept.step.Step;
import dev.kept.step.StepFunction;
import java.util.Map;

/** Reads what the systems hold of the fields in question and writes down the plan. */
public final class PlanCorrectionHandler implements StepFunction {
    private final PlanCorrection plan;

    /** What Lambda calls. */
    public PlanCorrectionHandler() {
        this(Wiring.fromEnvironment());
    }

    public PlanCorrectionHandler(Wiring wiring) {
        plan = wiring.planCorrection();
    }

    @Override
    public Map<String, Object> run(Step step) {
        var planned = plan.plan(step.requestId());
        return Map.of("systems", planned.systems(), "wakeIn", planned.wakeIn());
    }
}
