package dev.kept.console;

import dev.kept.clock.ClockEvent;
import dev.kept.request.Request;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;

/** How much of the time that a request has was used up, in percent: 100 and more when it is late. */
final class TimeUsed {
    private static final Set<ClockEvent.Type> ENDS = EnumSet.of(ClockEvent.Type.ANSWERED, ClockEvent.Type.REFUSED);
    private static final int MOST = 999;

    private TimeUsed() {}

    static int percent(Request request, Instant now) {
        var has = Duration.between(request.received(), request.due().strict()).toSeconds();
        var used = Duration.between(request.received(), end(request, now)).toSeconds();
        return has <= 0 ? MOST : (int) Math.max(0, Math.min(MOST, 100 * used / has));
    }

    /** Time runs until the answer; nobody waits any more for a request that ended without one. */
    private static Instant end(Request request, Instant now) {
        if (request.state().isOpen()) {
            return now;
        }
        return request.events().stream()
                .filter(event -> ENDS.contains(event.type()))
                .map(ClockEvent::at)
                .findFirst()
                .orElse(request.received());
    }
}
