package dev.kept.retention;

import dev.kept.Wiring;
import dev.kept.step.Step;
import dev.kept.step.StepFunction;
import java.time.LocalDate;
import java.util.Map;

/** Reads again that nothing is due any more, and adds up what a sweep has done. */
public final class FinishSweepHandler implements StepFunction {
    private final FinishSweep finish;

    /** What Lambda calls. */
    public FinishSweepHandler() {
        this(Wiring.fromEnvironment());
    }

    public FinishSweepHandler(Wiring wiring) {
        finish = wiring.finishSweep();
    }

    @Override
    public Map<String, Object> run(Step step) {
        var waits = finish.finish(LocalDate.parse(step.text("day")));
        return Map.of("outcome", waits ? "waiting" : "finished");
    }
}
