package dev.kept.choice;

import dev.kept.http.ProblemFound;
import dev.kept.http.ProblemKind;
import dev.kept.ledger.Entry;
import dev.kept.ledger.Ledger;
import java.time.Clock;
import java.util.Map;

/**
 * Ends the suppression of an address by its owner's word: she has consented anew and says so from her mailbox. Nothing else
 * ends one.
 */
public final class ConfirmConsent {
    private final Suppressions suppressions;
    private final Ledger ledger;
    private final Clock clock;

    public ConfirmConsent(Suppressions suppressions, Ledger ledger, Clock clock) {
        this.suppressions = suppressions;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** Once only; not where she has objected again since. */
    void confirm(String consentId, String token) {
        var entry = new Entry(
                consentId + "/marketing-resumed", clock.instant(), "marketing-resumed", consentId, "person", Map.of());
        if (!suppressions.end(consentId, token, ledger, entry)) {
            throw new ProblemFound(
                    ProblemKind.LINK_EXPIRED,
                    "The link was used, has expired or was replaced: tick the box of the form again.");
        }
    }
}
