package dev.kept.retention;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** How much goes into one call of a function, which has to end in time. */
final class Budget {
    private static final Duration LONGEST = Duration.ofMinutes(8);

    private final Clock clock;
    private final Instant end;
    private int rows;

    Budget(int rows, Clock clock) {
        this.rows = rows;
        this.clock = clock;
        end = clock.instant().plus(LONGEST);
    }

    void spend(int read) {
        rows -= read;
    }

    boolean isSpent() {
        return rows <= 0 || !clock.instant().isBefore(end);
    }
}
