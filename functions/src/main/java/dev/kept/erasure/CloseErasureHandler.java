package dev.kept.erasure;

import dev.kept.Wiring;
import dev.kept.step.Step;
import dev.kept.step.StepFunction;
import java.util.Map;

/** Closes the file of an erasure that was answered. */
public final class CloseErasureHandler implements StepFunction {
    private final CloseErasure close;

    /** What Lambda calls. */
    public CloseErasureHandler() {
        this(Wiring.fromEnvironment());
    }

    public CloseErasureHandler(Wiring wiring) {
        close = wiring.closeErasure();
    }

    @Override
    public Map<String, Object> run(Step step) {
        var state = close.close(step.requestId());
        return Map.of("outcome", state.outcome(), "systems", state.again());
    }
}
