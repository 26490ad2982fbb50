package dev.kept.ledger;

import dev.kept.Wiring;
import dev.kept.step.Step;
import dev.kept.step.StepFunction;
import java.util.Map;

/** Daily: verifies what the ledger gained and signs a checkpoint; with {@code "extent": "whole"} verifies all of it. */
public final class CheckpointLedgerHandler implements StepFunction {
    private final CheckpointLedger checkpoint;

    public CheckpointLedgerHandler() {
        this(Wiring.fromEnvironment());
    }

    public CheckpointLedgerHandler(Wiring wiring) {
        checkpoint = wiring.checkpointLedger();
    }

    @Override
    public Map<String, Object> run(Step step) {
        var whole = step.find("extent").filter("whole"::equals).isPresent();
        var made = checkpoint.checkpoint(whole);
        return Map.of("seq", made.seq(), "verified", made.verified(), "new", made.isNew());
    }
}
