package dev.kept.erasure;

import dev.kept.Wiring;
import dev.kept.step.Step;
import dev.kept.step.StepFunction;
import java.util.Map;

/** Writes to the person what has gone, what stays and why. */
public final class DeliverErasureHandler implements StepFunction {
    private final DeliverErasure deliver;

    /** What Lambda calls. */
    public DeliverErasureHandler() {
        this(Wiring.fromEnvironment());
    }

    public DeliverErasureHandler(Wiring wiring) {
        deliver = wiring.deliverErasure();
    }

    @Override
    public Map<String, Object> run(Step step) {
        deliver.deliver(step.requestId());
        return Map.of();
    }
}
