package dev.kept.ledger;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Tells staff whether the ledger is intact, from its first entry on and against its last checkpoint. */
public final class VerifyLedger {
    private final LedgerWalk walk;
    private final Checkpoints checkpoints;

    public VerifyLedger(Ledger ledger, Checkpoints checkpoints) {
        this.walk = new LedgerWalk(ledger);
        this.checkpoints = checkpoints;
    }

    /** What was found: how many entries follow, whether all do, and the last checkpoint with its signed text. */
    Map<String, Object> verify() {
        try {
            return against(checkpoints.last());
        } catch (LedgerMismatch forged) {
            var findings = against(Optional.empty());
            findings.put("intact", false);
            findings.put("why", forged.what());
            return findings;
        }
    }

    private Map<String, Object> against(Optional<Checkpoints.Signed> last) {
        var chain = walk.from(
                Position.start(Ledger.CHAIN),
                last.map(signed -> signed.checkpoint().position()));
        var findings = new LinkedHashMap<String, Object>();
        findings.put("entries", chain.at().seq());
        findings.put("intact", chain.broken().isEmpty());
        findings.put("checkpoint", last.map(VerifyLedger::shown).orElse(null));
        chain.broken().ifPresent(broken -> {
            findings.put("brokenAt", broken.seq());
            findings.put("why", broken.why());
        });
        return findings;
    }

    private static Map<String, Object> shown(Checkpoints.Signed last) {
        var shown = last.checkpoint().tree();
        shown.put("signed", last.signed());
        return shown;
    }
}
