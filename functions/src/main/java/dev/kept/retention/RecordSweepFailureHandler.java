package dev.kept.retention;

import dev.kept.Wiring;
import dev.kept.step.Step;
import dev.kept.step.StepFunction;
import java.time.LocalDate;
import java.util.Map;

/** Writes down that a day's sweep has failed. */
public final class RecordSweepFailureHandler implements StepFunction {
    private final RecordSweepFailure failure;

    /** What Lambda calls. */
    public RecordSweepFailureHandler() {
        this(Wiring.fromEnvironment());
    }

    public RecordSweepFailureHandler(Wiring wiring) {
        failure = wiring.recordSweepFailure();
    }

    @Override
    public Map<String, Object> run(Step step) {
        failure.record(LocalDate.parse(step.text("day")), step.text("error"));
        return Map.of();
    }
}
