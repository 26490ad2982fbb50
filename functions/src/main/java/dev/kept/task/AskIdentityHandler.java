package dev.kept.task;

import dev.kept.Wiring;
import dev.kept.step.Step;
import dev.kept.step.StepFunction;
import java.util.Map;

/** Asks the person for what removes a doubt about who she is; the workflow waits for it. */
public final class AskIdentityHandler implements StepFunction {
    private final AskIdentity ask;

    /** What Lambda calls. */
    public AskIdentityHandler() {
        this(Wiring.fromEnvironment());
    }

    public AskIdentityHandler(Wiring wiring) {
        ask = wiring.askIdentity();
    }

    @Override
    public Map<String, Object> run(Step step) {
        ask.ask(step.requestId(), step.number("round"), step.text("taskToken"));
        return Map.of();
    }
}
