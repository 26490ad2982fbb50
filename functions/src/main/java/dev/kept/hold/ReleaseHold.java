package dev.kept.hold;

import dev.kept.http.ProblemFound;
import dev.kept.ledger.Entry;
import dev.kept.ledger.Ledger;
import dev.kept.request.Requests;
import dev.kept.request.Workflows;
import java.time.Clock;
import java.util.Map;

/**
 * Releases a legal hold. What it kept back from an erasure that two people had approved, or from the
 * purge of an account that has ended, then goes by itself. A
 * release that dies on its way is still listed, and is finished when it is released once more.
 */
public final class ReleaseHold {
    private final Holds holds;
    private final Requests requests;
    private final Workflows workflows;
    private final Ledger ledger;
    private final Clock clock;

    public ReleaseHold(Holds holds, Requests requests, Workflows workflows, Ledger ledger, Clock clock) {
        this.holds = holds;
        this.requests = requests;
        this.workflows = workflows;
        this.ledger = ledger;
        this.clock = clock;
    }

    void release(String holdId, String staffSubject) {
        if (holds.find(holdId).isEmpty()) {
            throw ProblemFound.notFound();
        }
        ledger.append(
                new Entry(holdId + "/hold-released", clock.instant(), "hold-released", holdId, staffSubject, Map.of()));
        holds.release(holdId);
        holds.owed(holdId)
                .forEach(request ->
                        workflows.resume(request, requests.get(request).kind(), holdId));
        holds.forget(holdId);
    }
}
