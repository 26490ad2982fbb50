package dev.kept.retention;

import dev.kept.Wiring;
import dev.kept.step.Step;
import dev.kept.step.StepFunction;
import java.time.LocalDate;
import java.util.Map;

/** Purges the files of requests whose time is over, until its own is; then the workflow calls again. */
public final class PurgeRequestsHandler implements StepFunction {
    private final PurgeRequests purge;

    /** What Lambda calls. */
    public PurgeRequestsHandler() {
        this(Wiring.fromEnvironment());
    }

    public PurgeRequestsHandler(Wiring wiring) {
        purge = wiring.purgeRequests();
    }

    @Override
    public Map<String, Object> run(Step step) {
        return Map.of("more", purge.purge(LocalDate.parse(step.text("day"))));
    }
}
