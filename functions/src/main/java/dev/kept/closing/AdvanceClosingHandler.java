package dev.kept.closing;

import dev.kept.Wiring;
import dev.kept.step.Step;
import dev.kept.step.StepFunction;
import java.util.Map;

/** Does what an account that ends is due for, and says until when there is nothing more. */
public final class AdvanceClosingHandler implements StepFunction {
    private final AdvanceClosing advance;

    /** What Lambda calls. */
    public AdvanceClosingHandler() {
        this(Wiring.fromEnvironment());
    }

    public AdvanceClosingHandler(Wiring wiring) {
        advance = wiring.advanceClosing();
    }

    @Override
    public Map<String, Object> run(Step step) {
        if (step.find("export").filter("none"::equals).isPresent()) {
            advance.withoutExport(step.requestId());
        }
        var now = advance.advance(
                step.requestId(), step.find("purged").filter("yes"::equals).isPresent());
        return Map.of(
                "outcome", now.outcome(),
                "wait", now.seconds(),
                "systems", now.systems(),
                "mode", advance.mode(step.requestId()),
                "round", Math.max(1, step.number("round")));
    }
}
