package dev.kept.request;

import dev.kept.http.ProblemFound;
import dev.kept.http.ProblemKind;
import dev.kept.ledger.Entry;
import dev.kept.ledger.Ledger;
import java.time.Clock;
import java.util.Map;

/** Withdraws a request at any time before it is answered; what was already done for it stops at the next step. */
public final class WithdrawRequest {
    private final RequestFile file;
    private final Waits waits;
    private final Ledger ledger;
    private final Clock clock;

    public WithdrawRequest(RequestFile file, Waits waits, Ledger ledger, Clock clock) {
        this.file = file;
        this.waits = waits;
        this.ledger = ledger;
        this.clock = clock;
    }

    void withdraw(String requestId, String followToken) {
        if (!file.links().opens(requestId, Links.Purpose.FOLLOW, followToken)) {
            throw ProblemFound.notFound();
        }
        if (!file.requests().move(requestId, RequestState.WITHDRAWN)
                && file.requests().require(requestId).state() != RequestState.WITHDRAWN) {
            throw new ProblemFound(
                    ProblemKind.TOO_LATE,
                    "The request is closed; nothing more is done for it. Make a new one if needed.");
        }
        ledger.append(new Entry(
                requestId + "/request-withdrawn", clock.instant(), "request-withdrawn", requestId, "person", Map.of()));
        for (var what : Waits.For.values()) {
            waits.wake(requestId, what, RequestState.WITHDRAWN.word());
        }
    }
}
