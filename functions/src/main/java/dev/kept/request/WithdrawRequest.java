package dev.kept.request;

import dev.kept.http.ProblemFound;
import dev.kept.http.ProblemKind;

/** Withdraws a request at any time before it is answered; what was already done for it stops at the next step. */
public final class WithdrawRequest {
    private final RequestFile file;
    private final Waits waits;

    public WithdrawRequest(RequestFile file, Waits waits) {
        this.file = file;
        this.waits = waits;
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
        for (var what : Waits.For.values()) {
            waits.wake(requestId, what, RequestState.WITHDRAWN.word());
        }
    }
}
