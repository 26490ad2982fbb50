package dev.kept.local.time;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;
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
    /** A wait ends earlier when something changes; this only keeps far instants within a number of nanoseconds. */
    private static final long LONGEST_WAIT = Duration.ofDays(1).toNanos();

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();

    /** One advance at a time; in a manual agenda its holder is the one who runs entries. */
    private final ReentrantLock advancing = new ReentrantLock(true);

    private final Queue queue = new Queue();
    private final AgendaClock clock;
    private final Random random;
    private final Failures failures;
    private final @Nullable Thread thread;
    private @Nullable Instant forwardTo;
    private @Nullable Thread runner;
    private boolean closed;

    private Agenda(Clock base, boolean live, long seed, Consumer<Failure> onFailure) {
        clock = new AgendaClock(base);
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
        return clock;
    }

    /** The one source of chance; it gives the same numbers for the same seed as long as it is asked in the same order. */
    public Random random() {
        return random;
    }

    /** Adds what is to happen at an instant; an instant that is past means as soon as possible. */
    public Entry at(Instant instant, String what, Runnable work) {
        return locked(() -> {
            if (closed) {
                throw new IllegalStateException("The agenda is closed; nothing can be added: " + what);
            }
            var now = clock.instant();
            // never before now: a past instant must not overtake what is already due
            var entry = queue.add(instant.isBefore(now) ? now : instant, what, work, this::callOff);
            changed.signalAll();
            return entry;
        });
    }

    public Entry after(Duration delay, String what, Runnable work) {
        return at(clock.instant().plus(delay), what, work);
    }

    /** Adds what is to happen every so often, for the first time after one period. */
    public Entry every(Duration period, String what, Runnable work) {
        return every(previous -> previous.plus(period), what, work);
    }

    /** Adds what is to happen at the instant that follows now, and each time at the one that follows the last. */
    public Entry every(UnaryOperator<Instant> following, String what, Runnable work) {
        var repeating = new Repeating(this, following, what, work);
        repeating.addAfter(clock.instant());
        return repeating;
    }

    /** How many entries wait, so that a long run can be checked for not piling them up. */
    public int waiting() {
        return locked(queue::size);
    }

    /** What entries threw, oldest first; the last thousand. */
    public List<Failure> failures() {
        return failures.all();
    }

    public void advance(Duration duration) {
        advancing(() -> forward(clock.instant().plus(duration)));
    }

    /** Returns when everything that falls due until then has run, each entry at its own instant. */
    public void advanceTo(Instant instant) {
        advancing(() -> forward(instant));
    }

    /** Returns when everything that is due by now has run. */
    public void settle() {
        advancing(thread == null ? () -> runUntil(clock.instant()) : this::awaitIdle);
    }

    /** Forgets what waits and lets the entry that runs come to its end. */
    @Override
    public void close() {
        locked(() -> {
            closed = true;
            queue.clear();
            changed.signalAll();
            return true;
        });
        if (thread != null) {
            thread.interrupt();
        }
    }

    private void advancing(Runnable step) {
        refuseFromWithin();
        advancing.lock();
        try {
            step.run();
        } finally {
            advancing.unlock();
        }
    }

    private void refuseFromWithin() {
        // an entry that waited for the entries before it would wait for itself
        if (locked(() -> Thread.currentThread().equals(runner))) {
            throw new IllegalStateException(
                    "An entry of the agenda cannot advance or settle it; add an entry instead.");
        }
    }

    private void forward(Instant target) {
        if (target.isBefore(clock.instant())) {
            throw new IllegalArgumentException("The clock cannot go back to " + target + ".");
        }
        if (thread == null) {
            runUntil(target);
            return;
        }
        locked(() -> {
            forwardTo = target;
            changed.signalAll();
            return true;
        });
        awaitIdle();
    }

    private void runUntil(Instant target) {
        for (var entry = take(target); entry != null; entry = take(target)) {
            run(entry);
        }
        locked(() -> {
            clock.moveTo(target);
            return true;
        });
    }

    /** The live agenda's thread: forward in jumps while asked to, else at the pace of real time. */
    private void follow() {
        try {
            for (var entry = awaitNext(); entry != null; entry = awaitNext()) {
                run(entry);
            }
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    private @Nullable Once awaitNext() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (!closed) {
                var now = clock.instant();
                var target = forwardTo == null || forwardTo.isBefore(now) ? now : forwardTo;
                var entry = take(target);
                if (entry != null) {
                    return entry;
                }
                clock.moveTo(target);
                forwardTo = null;
                changed.signalAll();
                long left = changed.awaitNanos(nanosecondsToNext());
                assert left <= LONGEST_WAIT;
            }
            return null;
        } finally {
            lock.unlock();
        }
    }

    private long nanosecondsToNext() {
        var first = queue.first();
        if (first == null) {
            return LONGEST_WAIT;
        }
        var ahead = Duration.between(clock.instant(), first.instant());
        return ahead.compareTo(Duration.ofNanos(LONGEST_WAIT)) > 0 ? LONGEST_WAIT : ahead.toNanos();
    }

    private void awaitIdle() {
        lock.lock();
        try {
            while (!closed && (forwardTo != null || runner != null || queue.hasDue(clock.instant()))) {
                changed.await();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
    }

    private @Nullable Once take(Instant until) {
        return locked(() -> {
            var entry = queue.takeDue(until);
            if (entry != null) {
                clock.moveTo(entry.instant());
                runner = Thread.currentThread();
            }
            return entry;
        });
    }

    private void run(Once entry) {
        try {
            entry.work().run();
        } catch (Throwable thrown) {
            // whatever an entry throws, the ones after it must still happen
            failures.add(new Failure(clock.instant(), entry.what(), thrown));
        } finally {
            locked(() -> {
                runner = null;
                changed.signalAll();
                return true;
            });
        }
    }

    private void callOff(Once entry) {
        locked(() -> {
            queue.remove(entry);
            changed.signalAll();
            return true;
        });
    }

    private <T extends @Nullable Object> T locked(Supplier<T> step) {
        lock.lock();
        try {
            return step.get();
        } finally {
            lock.unlock();
        }
    }
}
