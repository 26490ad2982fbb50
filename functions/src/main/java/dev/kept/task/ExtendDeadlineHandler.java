package dev.kept.task;

import dev.kept.Wiring;
import dev.kept.step.Step;
import dev.kept.step.StepFunction;
import java.util.Map;

/** Tells the person that the answer takes longer and moves the deadline. */
public final class ExtendDeadlineHandler implements StepFunction {
    private final ExtendDeadline extend;

    /** What Lambda calls. */
    public ExtendDeadlineHandler() {
        this(Wiring.fromEnvironment());
    }

    public ExtendDeadlineHandler(Wiring wiring) {
        extend = wiring.extendDeadline();
    }

    @Override
    public Map<String, Object> run(Step step) {
        var round = step.number("round");
        return Map.of("wakeIn", extend.extend(step.requestId(), round), "round", round + 1);
    }
}
