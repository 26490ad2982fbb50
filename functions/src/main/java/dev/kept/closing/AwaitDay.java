package dev.kept.closing;

import dev.kept.request.Marks;
import dev.kept.request.RequestState;
import dev.kept.request.Requests;
import dev.kept.request.Waits;

/** Waits for the next day of an account that ends, or until its owner decides otherwise. */
public final class AwaitDay {
    private final Requests requests;
    private final Marks marks;
    private final Waits waits;

    public AwaitDay(Requests requests, Marks marks, Waits waits) {
        this.requests = requests;
        this.marks = marks;
        this.waits = waits;
    }

    /**
     * @param mode how the customer left when it was reckoned until when to wait
     */
    void await(String requestId, String mode, String taskToken) {
        waits.begin(requestId, Waits.For.CLOSING, taskToken);
        // what was decided before the token was written woke nobody
        var state = requests.get(requestId).state();
        var chosen = marks.find(requestId, Leaving.MARK).map(Leaving::of).orElseThrow();
        if (state != RequestState.CARRYING_OUT || !chosen.mode().word().equals(mode)) {
            waits.wake(requestId, Waits.For.CLOSING, state.word());
        }
    }
}
