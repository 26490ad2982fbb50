package dev.kept.request;

import dev.kept.clock.ClockEvent;
import dev.kept.clock.Doubt;
import dev.kept.http.ProblemFound;
import dev.kept.http.ProblemKind;
import java.time.Clock;

/** Takes the person's answer to the question who she is: sealed with the request, shown to staff, and the clock goes on. */
public final class AnswerIdentity {
    private final RequestFile file;
    private final Waits waits;
    private final Clock clock;

    public AnswerIdentity(RequestFile file, Waits waits, Clock clock) {
        this.file = file;
        this.waits = waits;
        this.clock = clock;
    }

    void answer(String requestId, String token, String answer) {
        file.links().use(requestId, Links.Purpose.IDENTITY, token, 1);
        if (file.requests().require(requestId).state() != RequestState.DECIDING) {
            throw new ProblemFound(
                    ProblemKind.TOO_LATE, "The request is closed; make a new one if it is still needed.");
        }
        file.contents().put(requestId, "identity", answer);
        file.happened(requestId, ClockEvent.told(Doubt.IDENTITY, clock.instant()));
        file.requests().note(requestId, "identity-received");
        waits.wake(requestId, Waits.For.IDENTITY, "answered");
    }
}
