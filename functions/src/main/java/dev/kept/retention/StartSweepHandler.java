package dev.kept.retention;

import dev.kept.Wiring;
import dev.kept.step.Step;
import dev.kept.step.StepFunction;
import java.util.Map;

/** Daily: starts the sweep of the day that the schedule's event is for. */
public final class StartSweepHandler implements StepFunction {
    private final StartSweep start;

    /** What Lambda calls. */
    public StartSweepHandler() {
        this(Wiring.fromEnvironment());
    }

    public StartSweepHandler(Wiring wiring) {
        start = wiring.startSweep();
    }

    @Override
    public Map<String, Object> run(Step step) {
        var day = start.start(step.firedAt()
                .orElseThrow(
                        () -> new IllegalArgumentException("the event lacks its time, which says what day to sweep")));
        return Map.of("day", day.toString());
    }
}
