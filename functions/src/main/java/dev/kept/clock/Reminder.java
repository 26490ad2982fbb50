package dev.kept.clock;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;

/** When to say that a strict date comes nearer, and why then. */
public record Reminder(Instant at, Occasion occasion) {
    public enum Occasion {
        HALF(50),
        THREE_QUARTERS(75),
        NINE_TENTHS(90),
        LAST_DAY(100);

        private final int percent;

        Occasion(int percent) {
            this.percent = percent;
        }
    }

    private static final Duration LAST_DAY = Duration.ofHours(24);

    /** At 50, 75 and 90 percent of the time there is, then every hour of the last 24; the earliest first. */
    static List<Reminder> between(Instant start, Instant strict) {
        var all = new TreeSet<>(Comparator.comparing(Reminder::at).thenComparing(Reminder::occasion));
        var length = Duration.between(start, strict);
        for (var occasion : List.of(Occasion.HALF, Occasion.THREE_QUARTERS, Occasion.NINE_TENTHS)) {
            var passed = length.multipliedBy(occasion.percent).dividedBy(100);
            // A schedule knows seconds only, and rather early than late.
            all.add(new Reminder(start.plus(passed).truncatedTo(ChronoUnit.SECONDS), occasion));
        }
        for (var left = LAST_DAY; !left.isZero(); left = left.minusHours(1)) {
            var at = strict.minus(left).truncatedTo(ChronoUnit.SECONDS);
            if (at.isAfter(start)) {
                all.add(new Reminder(at, Occasion.LAST_DAY));
            }
        }
        return List.copyOf(all);
    }
}
