package dev.kept.restriction;

import dev.kept.Wiring;
import dev.kept.step.Step;
import dev.kept.step.StepFunction;
import java.util.Map;

/** Takes out of one connected system what is there for marketing alone. */
public final class StopInSystemHandler implements StepFunction {
    private final StopInSystem stop;

    /** What Lambda calls. */
    public StopInSystemHandler() {
        this(Wiring.fromEnvironment());
    }

    public StopInSystemHandler(Wiring wiring) {
        stop = wiring.stopInSystem();
    }

    @Override
    public Map<String, Object> run(Step step) {
        var system = step.text("system");
        return Map.of("system", system, "records", stop.stop(step.requestId(), system));
    }
}
