package dev.kept.correction;

import dev.kept.ledger.Entry;
import dev.kept.ledger.Ledger;
import dev.kept.person.Restrictions;
import dev.kept.request.RequestFile;
import java.time.Clock;
import java.util.Map;

/** Ends the restriction of a person's records once their accuracy is no longer contested, whichever way that came. */
public final class CloseCorrection {
    private final RequestFile file;
    private final Restrictions restrictions;
    private final Ledger ledger;
    private final Clock clock;

    public CloseCorrection(RequestFile file, Restrictions restrictions, Ledger ledger, Clock clock) {
        this.file = file;
        this.restrictions = restrictions;
        this.ledger = ledger;
        this.clock = clock;
    }

    void close(String requestId) {
        file.requests().get(requestId).personId().ifPresent(person -> {
            restrictions.lift(person, requestId);
            ledger.append(new Entry(
                    requestId + "/restriction-lifted",
                    clock.instant(),
                    "restriction-lifted",
                    requestId,
                    "kept",
                    Map.of()));
        });
    }
}
