package dev.kept.local.time;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** The agenda's time: a base clock that stands still or runs, plus how far it has been moved. */
final class AgendaClock extends Clock {
    private final Clock base;
    private volatile Duration moved = Duration.ZERO;

    AgendaClock(Clock base) {
        this.base = base;
    }

    @Override
    public Instant instant() {
        return base.instant().plus(moved);
    }

    /** Only the agenda calls this, under its lock; time never goes back. */
    void moveTo(Instant target) {
        var ahead = Duration.between(instant(), target);
        if (ahead.compareTo(Duration.ZERO) > 0) {
            moved = moved.plus(ahead);
        }
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("The agenda's clock is in UTC; put the zone on the instant instead.");
    }
}
