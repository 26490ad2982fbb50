package dev.kept.access;

import dev.kept.Wiring;
import dev.kept.step.Step;
import dev.kept.step.StepFunction;
import java.util.Map;

/** Writes to the person that her answer is ready, and closes the request as answered. */
public final class DeliverAnswerHandler implements StepFunction {
    private final DeliverAnswer deliver;

    /** What Lambda calls. */
    public DeliverAnswerHandler() {
        this(Wiring.fromEnvironment());
    }

    public DeliverAnswerHandler(Wiring wiring) {
        deliver = wiring.deliverAnswer();
    }

    @Override
    public Map<String, Object> run(Step step) {
        deliver.deliver(step.requestId());
        return Map.of();
    }
}
