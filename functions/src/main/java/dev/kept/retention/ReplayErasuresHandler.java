package dev.kept.retention;

import dev.kept.Wiring;
import dev.kept.step.Step;
import dev.kept.step.StepFunction;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Map;

/** Replays erasures on a restored copy of a table, and puts its rows back; an operator calls it. */
public final class ReplayErasuresHandler implements StepFunction {
    private final ReplayErasures replay;

    /** What Lambda calls. */
    public ReplayErasuresHandler() {
        this(Wiring.fromEnvironment());
    }

    public ReplayErasuresHandler(Wiring wiring) {
        replay = wiring.replayErasures();
    }

    @Override
    public Map<String, Object> run(Step step) {
        return replay.replay(new ReplayErasures.Order(
                step.find("table").orElse(""),
                restoredTo(step),
                step.find("putBack").filter("true"::equals).isPresent(),
                step.number("atMost") > 0 ? step.number("atMost") : ReplayErasures.AT_MOST));
    }

    private static Instant restoredTo(Step step) {
        try {
            return Instant.parse(step.find("restoredTo").orElse(""));
        } catch (DateTimeParseException unreadable) {
            throw new ReplayRefused(
                    "restoredTo has to be written as 2026-11-20T08:00:00Z: the moment to which the copy was"
                            + " restored.");
        }
    }
}
