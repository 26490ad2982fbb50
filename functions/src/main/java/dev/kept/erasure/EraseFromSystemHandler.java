package dev.kept.erasure;

import dev.kept.Wiring;
import dev.kept.step.Step;
import dev.kept.step.StepFunction;
import java.util.Map;

/** Erases from one connected system what was approved, and reads it again. */
public final class EraseFromSystemHandler implements StepFunction {
    private final EraseFromSystem erase;

    /** What Lambda calls. */
    public EraseFromSystemHandler() {
        this(Wiring.fromEnvironment());
    }

    public EraseFromSystemHandler(Wiring wiring) {
        erase = wiring.eraseFromSystem();
    }

    @Override
    public Map<String, Object> run(Step step) {
        var system = step.text("system");
        return Map.of("system", system, "records", erase.erase(step.requestId(), system, step.number("round")));
    }
}
