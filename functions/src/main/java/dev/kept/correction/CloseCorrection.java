package dev.kept.correction;

import dev.kept.exhibit.ForgetEvidence;
import dev.kept.ledger.Entry;
import dev.kept.ledger.Ledger;
import dev.kept.person.Restrictions;
import dev.kept.request.RequestFile;
import java.time.Clock;
import java.util.Map;

/**
 * Ends what lasted while a correction was undecided, whichever way it was closed: the restriction of the person's records,
 * whose accuracy is no longer contested, and the evidence that she added.
 */
public final class CloseCorrection {
    private final RequestFile file;
    private final Restrictions restrictions;
    private final ForgetEvidence evidence;
    private final Ledger ledger;
    private final Clock clock;

    public CloseCorrection(
            RequestFile file, Restrictions restrictions, ForgetEvidence evidence, Ledger ledger, Clock clock) {
        this.file = file;
        this.restrictions = restrictions;
        this.evidence = evidence;
        this.ledger = ledger;
        this.clock = clock;
    }

    void close(String requestId) {
        evidence.forget(requestId);
        var request = file.requests().get(requestId);
        request.personId().ifPresent(person -> {
            restrictions.lift(person, requestId);
            ledger.append(new Entry(
                    requestId + "/" + request.again("restriction-lifted"),
                    clock.instant(),
                    "restriction-lifted",
                    requestId,
                    "kept",
                    Map.of()));
        });
    }
}
