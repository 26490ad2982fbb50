package dev.kept.correction;

import dev.kept.Wiring;
import dev.kept.step.Step;
import dev.kept.step.StepFunction;
import java.util.Map;

/** Ends the restriction that lasted while a correction was decided, and erases the evidence. */
public final class CloseCorrectionHandler implements StepFunction {
    private final CloseCorrection close;

    /** What Lambda calls. */
    public CloseCorrectionHandler() {
        this(Wiring.fromEnvironment());
    }

    public CloseCorrectionHandler(Wiring wiring) {
        close = wiring.closeCorrection();
    }

    @Override
    public Map<String, Object> run(Step step) {
        close.close(step.requestId());
        return Map.of();
    }
}
