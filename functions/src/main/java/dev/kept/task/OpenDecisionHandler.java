package dev.kept.task;

import dev.kept.Wiring;
import dev.kept.step.Step;
import dev.kept.step.StepFunction;
import java.util.Map;

/** Opens the task in which staff decide about a request; the workflow waits for it. */
public final class OpenDecisionHandler implements StepFunction {
    private final OpenDecision open;

    /** What Lambda calls. */
    public OpenDecisionHandler() {
        this(Wiring.fromEnvironment());
    }

    public OpenDecisionHandler(Wiring wiring) {
        open = wiring.openDecision();
    }

    @Override
    public Map<String, Object> run(Step step) {
        open.open(step.requestId(), step.number("round"), step.text("taskToken"));
        return Map.of();
    }
}
