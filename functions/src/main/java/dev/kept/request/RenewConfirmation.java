package dev.kept.request;

import dev.kept.policy.Policy;
import java.time.Clock;

/**
 * Sends a new link to confirm a request, to whoever has an earlier one that no longer works: to the address that the
 * request names, and while it waits for its confirmation. The caller is told the same in every case.
 */
public final class RenewConfirmation {
    /** How many links go out for one request in an hour. */
    private static final int PER_HOUR = 3;

    private final Policy policy;
    private final RequestFile file;
    private final Limits limits;
    private final Correspondence correspondence;
    private final Clock clock;

    public RenewConfirmation(
            Policy policy, RequestFile file, Limits limits, Correspondence correspondence, Clock clock) {
        this.policy = policy;
        this.file = file;
        this.limits = limits;
        this.correspondence = correspondence;
        this.clock = clock;
    }

    /**
     * @param token one that was sent for this request, whatever became of it
     */
    void renew(String requestId, String token) {
        if (file.links().issued(requestId, Links.Purpose.CONFIRM, token)) {
            file.requests()
                    .find(requestId)
                    .filter(request -> request.state() == RequestState.RECEIVED)
                    .filter(request -> limits.within("renewed-" + requestId, PER_HOUR))
                    .ifPresent(this::write);
        }
    }

    private void write(Request request) {
        var now = clock.instant();
        correspondence.write(request, "renewed-" + now, (letters, address) -> {
            var expires = now.plus(policy.deadlines().confirmation());
            var token = file.links().issue(request.id(), Links.Purpose.CONFIRM, expires);
            letters.confirm(address, Correspondence.about(request), token);
        });
    }
}
