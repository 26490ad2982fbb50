package dev.kept.erasure;

import dev.kept.Wiring;
import dev.kept.step.Step;
import dev.kept.step.StepFunction;
import java.util.Map;

/** Holds the plan against what is there now, and sets the person apart. */
public final class BeginErasureHandler implements StepFunction {
    private final BeginErasure begin;

    /** What Lambda calls. */
    public BeginErasureHandler() {
        this(Wiring.fromEnvironment());
    }

    public BeginErasureHandler(Wiring wiring) {
        begin = wiring.beginErasure();
    }

    @Override
    public Map<String, Object> run(Step step) {
        var begun = begin.begin(step.requestId(), step.number("round"));
        return Map.of("outcome", begun.outcome(), "wait", begun.seconds());
    }
}
