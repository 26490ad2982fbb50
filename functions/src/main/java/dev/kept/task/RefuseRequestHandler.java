package dev.kept.task;

import dev.kept.Wiring;
import dev.kept.step.Step;
import dev.kept.step.StepFunction;
import java.util.Map;

/** Tells the person that the request is refused and why, and closes it. */
public final class RefuseRequestHandler implements StepFunction {
    private final RefuseRequest refuse;

    /** What Lambda calls. */
    public RefuseRequestHandler() {
        this(Wiring.fromEnvironment());
    }

    public RefuseRequestHandler(Wiring wiring) {
        refuse = wiring.refuseRequest();
    }

    @Override
    public Map<String, Object> run(Step step) {
        refuse.refuse(step.requestId(), step.number("round"));
        return Map.of();
    }
}
