package dev.kept.outcome;

import dev.kept.Wiring;
import dev.kept.step.Step;
import dev.kept.step.StepFunction;
import java.util.Map;

/** Writes down that a system gave nothing, and why, so that the answer names it. */
public final class NoteSilentSystemHandler implements StepFunction {
    private final NoteSilentSystem note;

    /** What Lambda calls. */
    public NoteSilentSystemHandler() {
        this(Wiring.fromEnvironment());
    }

    public NoteSilentSystemHandler(Wiring wiring) {
        note = wiring.noteSilentSystem();
    }

    @Override
    public Map<String, Object> run(Step step) {
        var system = step.text("system");
        note.note(step.requestId(), system, step.text("reason"));
        return Map.of("system", system, "records", 0);
    }
}
