package dev.kept.request;

import dev.kept.http.ProblemFound;
import dev.kept.http.ProblemKind;
import dev.kept.ledger.Entry;
import dev.kept.ledger.Ledger;
import java.time.Clock;
import java.util.Map;

/**
 * Withdraws a request at any time before it is answered; what was already done for it stops at the next step. Whoever
 * had confirmed it is told; whoever had not gets no second mail about a request that may be a stranger's, and what was
 * typed into it is erased.
 */
public final class WithdrawRequest {
    private final RequestFile file;
    private final Waits waits;
    private final Correspondence correspondence;
    private final ForgetContent forget;
    private final Ledger ledger;
    private final Clock clock;

    public WithdrawRequest(
            RequestFile file,
            Waits waits,
            Correspondence correspondence,
            ForgetContent forget,
            Ledger ledger,
            Clock clock) {
        this.file = file;
        this.waits = waits;
        this.correspondence = correspondence;
        this.forget = forget;
        this.ledger = ledger;
        this.clock = clock;
    }

    void withdraw(String requestId, String followToken) {
        FollowToken.check(requestId, followToken, file.links());
        end(requestId, "person");
        if (wasConfirmed(requestId)) {
            forget.ofErased(requestId);
        } else {
            forget.forget(requestId);
        }
    }

    /**
     * Takes an account up again that was cancelled; nothing is erased with that.
     *
     * @param actor {@code person}, or the subject of a member of staff
     */
    public void reinstate(String requestId, String actor) {
        if (!wasConfirmed(requestId) || file.requests().isOrphaned(requestId)) {
            throw new ProblemFound(
                    ProblemKind.TOO_LATE, "There is nothing to take up again: not cancelled yet, or erased meanwhile.");
        }
        end(requestId, actor);
    }

    private void end(String requestId, String actor) {
        if (!file.requests().move(requestId, RequestState.WITHDRAWN)
                && file.requests().require(requestId).state() != RequestState.WITHDRAWN) {
            throw new ProblemFound(
                    ProblemKind.TOO_LATE,
                    "The request is closed, or what it asks for is being done and cannot be taken back.");
        }
        ledger.append(new Entry(
                requestId + "/request-withdrawn", clock.instant(), "request-withdrawn", requestId, actor, Map.of()));
        for (var what : Waits.For.values()) {
            waits.wake(requestId, what, RequestState.WITHDRAWN.word());
        }
        if (wasConfirmed(requestId)) {
            tell(requestId);
        }
    }

    private boolean wasConfirmed(String requestId) {
        var confirmed = RequestState.CONFIRMED.word();
        return file.requests().steps(requestId).stream()
                .anyMatch(step -> step.step().equals(confirmed));
    }

    private void tell(String requestId) {
        var request = file.requests().require(requestId);
        correspondence.write(
                request, "withdrawn", (letters, address) -> letters.withdrawn(address, Correspondence.about(request)));
    }
}
