package dev.kept.request;

import dev.kept.ledger.Entry;
import dev.kept.ledger.Ledger;
import java.time.Clock;
import java.util.Map;

/** Records that a request has failed, tells staff and the person, and leaves the request to be seen as failed. */
public final class RecordFailure {
    private final RequestFile file;
    private final Correspondence correspondence;
    private final ForgetContent forget;
    private final Ledger ledger;
    private final Clock clock;

    public RecordFailure(
            RequestFile file, Correspondence correspondence, ForgetContent forget, Ledger ledger, Clock clock) {
        this.file = file;
        this.correspondence = correspondence;
        this.forget = forget;
        this.ledger = ledger;
        this.clock = clock;
    }

    /**
     * @param error the error's name, such as a class of ours or {@code States.Timeout}; never its message
     * @param times how often the request had been resumed when it failed: what is repeated later must not end what was
     *     resumed since
     */
    void record(String requestId, String error, int times) {
        var request = file.requests().get(requestId);
        if (request.times() != times && request.state() != RequestState.ANSWERED) {
            // of a run before this one: recorded by then, or else there would have been nothing to resume
            return;
        }
        file.requests().fail(requestId, times, error);
        ledger.append(new Entry(
                requestId + "/" + request.again("request-failed"),
                clock.instant(),
                "request-failed",
                requestId,
                "kept",
                Map.of("error", error)));
        correspondence.tellStaff(
                request,
                request.again("failed"),
                letters -> letters.failed(Correspondence.aboutTask(request, requestId), error));
        var state = file.requests().get(requestId).state();
        if (state == RequestState.LAPSED) {
            // the message about that could not be sent
            forget.forget(requestId);
        }
        if (state != RequestState.FAILED) {
            // it was answered: what went wrong afterwards is for staff to put right
            return;
        }
        correspondence.write(
                request,
                request.again("failed"),
                (letters, address) -> letters.failed(address, Correspondence.about(request)));
        forget.ofErased(requestId);
    }
}
