package dev.kept.retention;

import dev.kept.Wiring;
import dev.kept.step.Step;
import dev.kept.step.StepFunction;
import java.util.Map;

/** Daily, before the sweep: counts what will be due when. */
public final class CountDueHandler implements StepFunction {
    private final CountDue count;

    /** What Lambda calls. */
    public CountDueHandler() {
        this(Wiring.fromEnvironment());
    }

    public CountDueHandler(Wiring wiring) {
        count = wiring.countDue();
    }

    @Override
    public Map<String, Object> run(Step step) {
        count.count();
        return Map.of();
    }
}
