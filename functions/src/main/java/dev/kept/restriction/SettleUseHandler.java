package dev.kept.restriction;

import dev.kept.Wiring;
import dev.kept.step.Step;
import dev.kept.step.StepFunction;
import java.util.Map;

/** Notes for good what was approved, and frees what was refused or withdrawn. */
public final class SettleUseHandler implements StepFunction {
    private final SettleUse settle;

    /** What Lambda calls. */
    public SettleUseHandler() {
        this(Wiring.fromEnvironment());
    }

    public SettleUseHandler(Wiring wiring) {
        settle = wiring.settleUse();
    }

    @Override
    public Map<String, Object> run(Step step) {
        var told = settle.settle(step.requestId());
        return Map.of("outcome", told ? "deliver" : "closed");
    }
}
