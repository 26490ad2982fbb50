package dev.kept.request;

import dev.kept.Wiring;
import dev.kept.step.Step;
import dev.kept.step.StepFunction;
import java.util.Map;

/** Records that a request has failed, and tells staff and the person. */
public final class RecordFailureHandler implements StepFunction {
    private final RecordFailure failure;

    /** What Lambda calls. */
    public RecordFailureHandler() {
        this(Wiring.fromEnvironment());
    }

    public RecordFailureHandler(Wiring wiring) {
        failure = wiring.recordFailure();
    }

    @Override
    public Map<String, Object> run(Step step) {
        failure.record(step.requestId(), step.text("error"), step.number("resumed"));
        return Map.of();
    }
}
