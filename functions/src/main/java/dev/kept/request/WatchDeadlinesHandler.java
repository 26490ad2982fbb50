package dev.kept.request;

import dev.kept.Wiring;
import dev.kept.step.Step;
import dev.kept.step.StepFunction;
import java.time.Clock;
import java.util.Map;

/** Counts overdue requests for the alarm, and starts what was never started; every hour. */
public final class WatchDeadlinesHandler implements StepFunction {
    private final WatchDeadlines watch;
    private final Clock clock;

    /** What Lambda calls. */
    public WatchDeadlinesHandler() {
        this(Wiring.fromEnvironment());
    }

    public WatchDeadlinesHandler(Wiring wiring) {
        watch = wiring.watchDeadlines();
        clock = wiring.clock();
    }

    @Override
    public Map<String, Object> run(Step step) {
        var watched = watch.watch(step.firedAt().orElseGet(clock::instant));
        return Map.of("open", watched.open(), "overdue", watched.overdue());
    }
}
