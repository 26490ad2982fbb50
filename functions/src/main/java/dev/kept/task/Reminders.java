package dev.kept.task;

import dev.kept.clock.Reminder;
import dev.kept.request.Request;
import dev.kept.request.RequestClock;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Optional;

/** When staff are to be reminded of a request, by its deadline; after that every day. */
public final class Reminders {
    /** How long after the law's last reading, or after it was resumed, a request that nobody decides is given up as failed. */
    private static final Duration GIVEN_UP_AFTER = Duration.ofDays(30);

    private final RequestClock deadlines;
    private final Clock clock;

    public Reminders(RequestClock deadlines, Clock clock) {
        this.deadlines = deadlines;
        this.clock = clock;
    }

    /** In how many seconds to look again: at the next reminder, and once all are past in a day. At least 1. */
    public long wakeIn(Request request) {
        var now = clock.instant();
        var next = deadlines.deadline(request).reminders().stream()
                .map(Reminder::at)
                .filter(at -> at.isAfter(now))
                .findFirst()
                .orElse(now.plus(Duration.ofDays(1)));
        return Math.max(1, Duration.between(now, next).plusMillis(999).toSeconds());
    }

    /** The latest reminder that has become due, if one has. */
    Optional<Reminder> latest(Request request) {
        var now = clock.instant();
        return deadlines.deadline(request).reminders().stream()
                .filter(reminder -> !reminder.at().isAfter(now))
                .max(Comparator.comparing(Reminder::at));
    }

    boolean isOverdue(Request request) {
        return !clock.instant().isBefore(request.due().strict());
    }

    boolean isGivenUp(Request request) {
        var outer = request.due().outer();
        var since = request.since().isAfter(outer) ? request.since() : outer;
        return !clock.instant().isBefore(since.plus(GIVEN_UP_AFTER));
    }

    /** The day, for what is said once a day. */
    Instant today() {
        return clock.instant().truncatedTo(ChronoUnit.DAYS);
    }
}
