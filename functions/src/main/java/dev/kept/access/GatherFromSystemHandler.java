package dev.kept.access;

import dev.kept.Wiring;
import dev.kept.step.Step;
import dev.kept.step.StepFunction;
import java.util.Map;

/** Takes out of one connected system what it holds about the person. */
public final class GatherFromSystemHandler implements StepFunction {
    private final GatherFromSystem gather;

    /** What Lambda calls. */
    public GatherFromSystemHandler() {
        this(Wiring.fromEnvironment());
    }

    public GatherFromSystemHandler(Wiring wiring) {
        gather = wiring.gatherFromSystem();
    }

    @Override
    public Map<String, Object> run(Step step) {
        var system = step.text("system");
        return Map.of("system", system, "records", gather.gather(step.requestId(), system));
    }
}
