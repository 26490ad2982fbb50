package dev.kept.request;

import dev.kept.Wiring;
import dev.kept.step.Step;
import dev.kept.step.StepFunction;
import java.util.Map;

/** Asks the person to confirm the request from her mailbox; the workflow waits for it. */
public final class AskConfirmationHandler implements StepFunction {
    private final AskConfirmation ask;

    /** What Lambda calls. */
    public AskConfirmationHandler() {
        this(Wiring.fromEnvironment());
    }

    public AskConfirmationHandler(Wiring wiring) {
        ask = wiring.askConfirmation();
    }

    @Override
    public Map<String, Object> run(Step step) {
        ask.ask(step.requestId(), step.text("taskToken"));
        return Map.of();
    }
}
