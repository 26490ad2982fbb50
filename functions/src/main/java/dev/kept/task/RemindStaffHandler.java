package dev.kept.task;

import dev.kept.Wiring;
import dev.kept.step.Step;
import dev.kept.step.StepFunction;
import java.util.Map;

/** Reminds staff of a request that waits, escalates, and in the end gives up. */
public final class RemindStaffHandler implements StepFunction {
    private final RemindStaff remind;

    /** What Lambda calls. */
    public RemindStaffHandler() {
        this(Wiring.fromEnvironment());
    }

    public RemindStaffHandler(Wiring wiring) {
        remind = wiring.remindStaff();
    }

    @Override
    public Map<String, Object> run(Step step) {
        var reminded = remind.remind(step.requestId(), step.number("round"));
        return Map.of("outcome", reminded.goOn() ? "wait" : "give-up", "wakeIn", reminded.wakeIn());
    }
}
