package dev.kept.restriction;

import dev.kept.Wiring;
import dev.kept.step.Step;
import dev.kept.step.StepFunction;
import java.util.Map;

/** Stops marketing and restricts what has to be decided, at once. */
public final class LimitUseHandler implements StepFunction {
    private final LimitUse limit;

    /** What Lambda calls. */
    public LimitUseHandler() {
        this(Wiring.fromEnvironment());
    }

    public LimitUseHandler(Wiring wiring) {
        limit = wiring.limitUse();
    }

    @Override
    public Map<String, Object> run(Step step) {
        var limited = limit.limit(step.requestId());
        return Map.of(
                "outcome",
                limited.outcome(),
                "systems",
                limited.systems(),
                "wakeIn",
                limited.wakeIn(),
                "round",
                Math.max(1, step.number("round")));
    }
}
