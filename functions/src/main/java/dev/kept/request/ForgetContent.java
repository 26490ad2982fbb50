package dev.kept.request;

import dev.kept.ledger.Entry;
import dev.kept.ledger.Ledger;
import java.time.Clock;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Erases what was typed into a request that is closed, where nobody has a use for it any more: the request was never shown to
 * be anybody's, or its person has been erased while it was open. Its dates and states stay, as proof. Twice is once.
 */
public final class ForgetContent {
    private final Requests requests;
    private final Supplier<Contents> contents;
    private final Ledger ledger;
    private final Clock clock;

    /**
     * @param contents asked only when something is erased
     */
    public ForgetContent(Requests requests, Supplier<Contents> contents, Ledger ledger, Clock clock) {
        this.requests = requests;
        this.contents = contents;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** Erases what a closed request holds where its person was erased while it was open; of any other it stays. */
    public void ofErased(String requestId) {
        if (requests.isOrphaned(requestId)) {
            forget(requestId);
        }
    }

    /** Erases what a closed request holds. */
    public void forget(String requestId) {
        contents.get().forget(requestId);
        ledger.append(new Entry(
                requestId + "/request-forgotten", clock.instant(), "request-forgotten", requestId, "kept", Map.of()));
    }
}
