package dev.kept.erasure;

import dev.kept.Wiring;
import dev.kept.step.Step;
import dev.kept.step.StepFunction;
import java.util.Map;

/** Erases from Kept's own tables, and what led to the person. */
public final class FinishErasureHandler implements StepFunction {
    private final FinishErasure finish;

    /** What Lambda calls. */
    public FinishErasureHandler() {
        this(Wiring.fromEnvironment());
    }

    public FinishErasureHandler(Wiring wiring) {
        finish = wiring.finishErasure();
    }

    @Override
    public Map<String, Object> run(Step step) {
        var done = finish.finish(step.requestId(), step.number("round"));
        return Map.of("outcome", done ? "done" : "changed");
    }
}
