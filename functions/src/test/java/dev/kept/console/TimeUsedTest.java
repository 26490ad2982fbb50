package dev.kept.console;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.kept.clock.ClockEvent;
import dev.kept.request.RequestState;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

final class TimeUsedTest {
    @Test
    void anOpenRequestIsLateFromItsDueOn() {
        var request = Sample.request(RequestState.DECIDING, List.of());

        assertEquals(0, TimeUsed.percent(request, Sample.RECEIVED));
        assertEquals(99, TimeUsed.percent(request, Sample.STRICT.minusSeconds(1)));
        assertEquals(100, TimeUsed.percent(request, Sample.STRICT));
        assertEquals(999, TimeUsed.percent(request, Sample.STRICT.plus(Duration.ofDays(3_000))));
    }

    @Test
    void anAnsweredRequestStopsAtItsAnswer() {
        var answered = ClockEvent.answered(Sample.RECEIVED.plus(Duration.ofDays(15)));

        var request = Sample.request(RequestState.ANSWERED, List.of(answered));

        assertEquals(50, TimeUsed.percent(request, Sample.STRICT.plus(Duration.ofDays(365))));
    }

    @Test
    void nobodyWaitsForAWithdrawnRequest() {
        var request = Sample.request(RequestState.WITHDRAWN, List.of());

        assertEquals(0, TimeUsed.percent(request, Sample.STRICT.plus(Duration.ofDays(365))));
    }
}
