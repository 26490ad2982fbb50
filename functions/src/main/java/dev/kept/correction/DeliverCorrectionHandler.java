package dev.kept.correction;

import dev.kept.Wiring;
import dev.kept.step.Step;
import dev.kept.step.StepFunction;
import java.util.Map;

/** Writes to the person, field by field, what was done where and what was refused. */
public final class DeliverCorrectionHandler implements StepFunction {
    private final DeliverCorrection deliver;

    /** What Lambda calls. */
    public DeliverCorrectionHandler() {
        this(Wiring.fromEnvironment());
    }

    public DeliverCorrectionHandler(Wiring wiring) {
        deliver = wiring.deliverCorrection();
    }

    @Override
    public Map<String, Object> run(Step step) {
        var open = deliver.deliver(step.requestId(), step.number("round"));
        return Map.of("outcome", open.isEmpty() ? "closed" : "open", "systems", open);
    }
}
