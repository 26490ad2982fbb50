package dev.kept.recipient;

import dev.kept.Wiring;
import dev.kept.step.Step;
import dev.kept.step.StepFunction;
import java.util.Map;

/** Tells each recipient of the data what has become of them. */
public final class TellRecipientsHandler implements StepFunction {
    private final TellRecipients tell;

    /** What Lambda calls. */
    public TellRecipientsHandler() {
        this(Wiring.fromEnvironment());
    }

    public TellRecipientsHandler(Wiring wiring) {
        tell = wiring.tellRecipients();
    }

    @Override
    public Map<String, Object> run(Step step) {
        tell.tell(step.requestId(), step.text("by"));
        return Map.of();
    }
}
