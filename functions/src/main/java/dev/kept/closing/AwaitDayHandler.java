package dev.kept.closing;

import dev.kept.Wiring;
import dev.kept.step.Step;
import dev.kept.step.StepFunction;
import java.util.Map;

/** Waits for the next day of an account that ends; the workflow waits with it. */
public final class AwaitDayHandler implements StepFunction {
    private final AwaitDay await;

    /** What Lambda calls. */
    public AwaitDayHandler() {
        this(Wiring.fromEnvironment());
    }

    public AwaitDayHandler(Wiring wiring) {
        await = wiring.awaitDay();
    }

    @Override
    public Map<String, Object> run(Step step) {
        await.await(step.requestId(), step.text("mode"), step.text("taskToken"));
        return Map.of();
    }
}
