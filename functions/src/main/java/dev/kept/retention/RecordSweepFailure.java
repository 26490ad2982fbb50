package dev.kept.retention;

import dev.kept.ledger.Entry;
import dev.kept.ledger.Ledger;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;

/** Writes down that a day's sweep has failed. What was due and is there still, the next one finds. */
public final class RecordSweepFailure {
    private final Sweeps sweeps;
    private final Ledger ledger;
    private final Clock clock;

    public RecordSweepFailure(Sweeps sweeps, Ledger ledger, Clock clock) {
        this.sweeps = sweeps;
        this.ledger = ledger;
        this.clock = clock;
    }

    /**
     * Writes it down.
     *
     * @param error the name of the error
     */
    void record(LocalDate day, String error) {
        var code = error.replaceAll("[^A-Za-z0-9.$]", "-");
        var tree = new LinkedHashMap<>(sweeps.of(day).orElse(Map.of()));
        tree.put(SweptDay.STATE, SweptDay.FAILED);
        tree.put(SweptDay.ERROR, code);
        sweeps.put(day, tree);
        ledger.append(new Entry(
                "sweep." + day + "/failed",
                clock.instant(),
                "sweep-failed",
                "sweep." + day,
                "kept",
                Map.of("error", code)));
        sweeps.leave(day);
    }
}
