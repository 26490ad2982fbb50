package dev.kept.correction;

import dev.kept.Wiring;
import dev.kept.step.Step;
import dev.kept.step.StepFunction;
import java.util.Map;

/** Writes in one connected system what was approved and reads it back. */
public final class CorrectInSystemHandler implements StepFunction {
    private final CorrectInSystem correct;

    /** What Lambda calls. */
    public CorrectInSystemHandler() {
        this(Wiring.fromEnvironment());
    }

    public CorrectInSystemHandler(Wiring wiring) {
        correct = wiring.correctInSystem();
    }

    @Override
    public Map<String, Object> run(Step step) {
        var system = step.text("system");
        return Map.of("system", system, "records", correct.correct(step.requestId(), system, step.number("round")));
    }
}
