package dev.kept.local.time;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Decides when things happen in the local run: one clock, one queue, one seed, and one entry at a time, so that the
 * same seed and the same calls give the same run.
 *
 * <p>A manual agenda stands still until it is advanced and runs entries on the thread that advances it. A live agenda
 * follows the real time, plus what it was advanced by, and runs entries on a thread of its own.
 */
public final class Agenda implements AutoCloseable {
    /** One advance at a time; in a manual agenda its holder is the one who runs entries. */
    private final ReentrantLock advancing = new ReentrantLock(true);

    private final Timeline timeline;
    private final Random random;
    private final Failures failures;
    private final @Nullable Thread thread;

    private Agenda(Clock base, boolean live, long seed, Consumer<Failure> onFailure) {
        timeline = new Timeline(base);
        random = new Random(seed);
        failures = new Failures(onFailure);
        thread = live ? new Thread(this::follow, "agenda") : null;
        if (thread != null) {
            thread.setDaemon(true);
            thread.start();
        }
    }

    /** For tests: time stands still until it is advanced. */
    public static Agenda manual(Instant start, long seed) {
        return manual(start, seed, failure -> {});
    }

    public static Agenda manual(Instant start, long seed, Consumer<Failure> onFailure) {
        return new Agenda(Clock.fixed(start, ZoneOffset.UTC), false, seed, onFailure);
    }

    /** For the interactive run: real time plus the sum of the advances. */
    public static Agenda live(long seed, Consumer<Failure> onFailure) {
        return new Agenda(Clock.systemUTC(), true, seed, onFailure);
    }

    public Clock clock() {
        return timeline.clock();
    }

    /** The one source of chance; it gives the same numbers for the same seed as long as it is asked in the same order. */
    public Random random() {
        return random;
    }

    /** Adds what is to happen at an instant; an instant that is past means as soon as possible. */
    public Entry at(Instant instant, String what, Runnable work) {
        return timeline.add(instant, what, work);
    }

    public Entry after(Duration delay, String what, Runnable work) {
        return at(clock().instant().plus(delay), what, work);
    }

    /** Adds what is to happen every so often, for the first time after one period. */
    public Entry every(Duration period, String what, Runnable work) {
        return every(previous -> previous.plus(period), what, work);
    }

    /** Adds what is to happen at the instant that follows now, and each time at the one that follows the last. */
    public Entry every(UnaryOperator<Instant> following, String what, Runnable work) {
        var repeating = new Repeating(this, following, what, work);
        repeating.addAfter(clock().instant());
        return repeating;
    }

    /** How many entries wait, so that a long run can be checked for not piling them up. */
    public int waiting() {
        return timeline.size();
    }

    /** What entries threw, oldest first; the last thousand. */
    public List<Failure> failures() {
        return failures.all();
    }

    /** Returns when everything that falls due in this time has run; a running clock may pass it by itself meanwhile. */
    public void advance(Duration duration) {
        if (duration.isNegative()) {
            throw new IllegalArgumentException("The clock cannot go back by " + duration.negated() + ".");
        }
        advancing(() -> forward(clock().instant().plus(duration)));
    }

    /** Returns when everything that falls due until then has run, each entry at its own instant. */
    public void advanceTo(Instant instant) {
        if (instant.isBefore(clock().instant())) {
            throw new IllegalArgumentException("The clock cannot go back to " + instant + ".");
        }
        advancing(() -> forward(instant));
    }

    /** Returns when everything that is due by now has run. */
    public void settle() {
        advancing(thread == null ? () -> runUntil(clock().instant()) : timeline::awaitIdle);
    }

    /** Forgets what waits and lets the entry that runs come to its end. */
    @Override
    public void close() {
        timeline.close();
    }

    private void advancing(Runnable step) {
        if (timeline.isRunBy(Thread.currentThread())) {
            // an entry that waited for the entries before it would wait for itself
            throw new IllegalStateException(
                    "An entry of the agenda cannot advance or settle it; add an entry instead.");
        }
        advancing.lock();
        try {
            step.run();
        } finally {
            advancing.unlock();
        }
    }

    private void forward(Instant target) {
        if (thread == null) {
            runUntil(target);
        } else {
            timeline.forward(target);
            timeline.awaitIdle();
        }
    }

    private void runUntil(Instant target) {
        for (var entry = timeline.take(target); entry != null; entry = timeline.take(target)) {
            run(entry);
        }
        timeline.moveTo(target);
    }

    /** What the live agenda's thread does. */
    private void follow() {
        while (!timeline.isClosed()) {
            try {
                var entry = timeline.awaitNext();
                if (entry != null) {
                    run(entry);
                }
            } catch (InterruptedException meantForAnEntry) {
                // nobody else interrupts this thread, and the entry that was meant is over
            }
        }
    }

    private void run(Once entry) {
        try {
            entry.work().run();
        } catch (Throwable thrown) {
            // whatever an entry throws, the ones after it must still happen; once closed, nobody listens
            if (!timeline.isClosed()) {
                failures.add(new Failure(clock().instant(), entry.what(), thrown));
            }
        } finally {
            timeline.ran();
        }
    }
}
