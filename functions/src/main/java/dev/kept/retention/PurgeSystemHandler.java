package dev.kept.retention;

import dev.kept.Wiring;
import dev.kept.step.Step;
import dev.kept.step.StepFunction;
import java.time.LocalDate;
import java.util.Map;

/** Purges what one connected system holds beyond its time, until its own is over; then the workflow calls again. */
public final class PurgeSystemHandler implements StepFunction {
    private final PurgeSystem purge;

    /** What Lambda calls. */
    public PurgeSystemHandler() {
        this(Wiring.fromEnvironment());
    }

    public PurgeSystemHandler(Wiring wiring) {
        purge = wiring.purgeSystem();
    }

    @Override
    public Map<String, Object> run(Step step) {
        return Map.of("more", purge.purge(LocalDate.parse(step.text("day")), step.text("system")));
    }
}
