package dev.kept.retention;

import dev.kept.Wiring;
import dev.kept.step.Step;
import dev.kept.step.StepFunction;
import java.time.LocalDate;
import java.util.Map;

/** Purges what is due of one shard, until its time is nearly over; then the workflow calls again. */
public final class PurgeShardHandler implements StepFunction {
    private final PurgeDue purge;

    /** What Lambda calls. */
    public PurgeShardHandler() {
        this(Wiring.fromEnvironment());
    }

    public PurgeShardHandler(Wiring wiring) {
        purge = wiring.purgeDue();
    }

    @Override
    public Map<String, Object> run(Step step) {
        return Map.of("more", purge.purge(LocalDate.parse(step.text("day")), step.number("shard")));
    }
}
