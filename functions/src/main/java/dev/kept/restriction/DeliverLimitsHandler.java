package dev.kept.restriction;

import dev.kept.Wiring;
import dev.kept.step.Step;
import dev.kept.step.StepFunction;
import java.util.Map;

/** Writes to the person what is no longer done with her data. */
public final class DeliverLimitsHandler implements StepFunction {
    private final DeliverLimits deliver;

    /** What Lambda calls. */
    public DeliverLimitsHandler() {
        this(Wiring.fromEnvironment());
    }

    public DeliverLimitsHandler(Wiring wiring) {
        deliver = wiring.deliverLimits();
    }

    @Override
    public Map<String, Object> run(Step step) {
        return Map.of("systems", deliver.deliver(step.requestId()));
    }
}
