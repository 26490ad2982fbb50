package dev.kept.local.time;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The queue, the clock and who runs just now, behind one lock that is never held while an entry runs. */
final class Timeline {
    /** A wait ends earlier when something changes; this only keeps far instants within a number of nanoseconds. */
    private static final long LONGEST_WAIT = Duration.ofDays(1).toNanos();

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Queue queue = new Queue();
    private final AgendaClock clock;
    private @Nullable Instant forwardTo;
    private @Nullable Thread runner;
    private boolean closed;

    Timeline(Clock base) {
        clock = new AgendaClock(base);
    }

    AgendaClock clock() {
        return clock;
    }

    Entry add(Instant instant, String what, Runnable work) {
        return locked(() -> {
            if (closed) {
                throw new IllegalStateException("The agenda is closed; nothing can be added: " + what);
            }
            var now = clock.instant();
            // never before now: a past instant must not overtake what is already due
            return queue.add(instant.isBefore(now) ? now : instant, what, work, this::callOff);
        });
    }

    int size() {
        return locked(queue::size);
    }

    boolean isRunBy(Thread thread) {
        return locked(() -> thread.equals(runner));
    }

    boolean isClosed() {
        return locked(() -> closed);
    }

    void close() {
        locked(() -> {
            closed = true;
            queue.clear();
            return true;
        });
    }

    void moveTo(Instant target) {
        locked(() -> {
            clock.moveTo(target);
            return true;
        });
    }

    /** Takes the first entry that is due until then, with the clock moved to it. */
    @Nullable
    Once take(Instant until) {
        return locked(() -> {
            var entry = queue.takeDue(until);
            if (entry != null) {
                clock.moveTo(entry.instant());
                runner = Thread.currentThread();
            }
            return entry;
        });
    }

    void ran() {
        locked(() -> {
            runner = null;
            return true;
        });
    }

    /** Lets whoever awaits the next entry jump ahead. */
    void forward(Instant target) {
        locked(() -> {
            forwardTo = target;
            return true;
        });
    }

    /** The next entry when its time has come, in jumps while asked forward; nothing once closed. */
    @Nullable
    Once awaitNext() throws InterruptedException {
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

    /** Returns when nothing is due, nothing runs and nobody is still to jump ahead. */
    void awaitIdle() {
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

    private long nanosecondsToNext() {
        var first = queue.first();
        if (first == null) {
            return LONGEST_WAIT;
        }
        var ahead = Duration.between(clock.instant(), first.instant());
        return ahead.compareTo(Duration.ofNanos(LONGEST_WAIT)) > 0 ? LONGEST_WAIT : ahead.toNanos();
    }

    private void callOff(Once entry) {
        locked(() -> {
            queue.remove(entry);
            return true;
        });
    }

    private <T extends @Nullable Object> T locked(Supplier<T> step) {
        lock.lock();
        try {
            return step.get();
        } finally {
            changed.signalAll();
            lock.unlock();
        }
    }
}
