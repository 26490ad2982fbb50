package dev.kept.exhibit;

import dev.kept.ledger.Entry;
import dev.kept.ledger.Ledger;
import dev.kept.request.Exhibits;
import java.time.Clock;
import java.util.Map;

/** Erases the evidence of a request that needs it no more, and enters that in the ledger. Twice is once. */
public final class ForgetEvidence {
    private final Exhibits exhibits;
    private final SealedFiles files;
    private final Ledger ledger;
    private final Clock clock;

    public ForgetEvidence(Exhibits exhibits, SealedFiles files, Ledger ledger, Clock clock) {
        this.exhibits = exhibits;
        this.files = files;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** The list goes last: whoever dies on the way is repeated, and finds what is left to do. */
    public void forget(String requestId) {
        files.removeAll(requestId);
        var count = exhibits.of(requestId).size();
        if (count > 0) {
            ledger.append(new Entry(
                    requestId + "/evidence-erased",
                    clock.instant(),
                    "evidence-erased",
                    requestId,
                    "kept",
                    Map.of("files", count)));
            exhibits.clear(requestId);
        }
    }
}
