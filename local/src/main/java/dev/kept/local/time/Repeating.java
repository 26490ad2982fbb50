package dev.kept.local.time;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** An entry that comes again: before each run it adds the run after it, so a run that throws does not end it. */
final class Repeating implements Entry {
    private final Agenda agenda;
    private final UnaryOperator<Instant> following;
    private final String what;
    private final Runnable work;
    private final AtomicReference<@Nullable Entry> next = new AtomicReference<>();
    private volatile boolean cancelled;

    Repeating(Agenda agenda, UnaryOperator<Instant> following, String what, Runnable work) {
        this.agenda = agenda;
        this.following = following;
        this.what = what;
        this.work = work;
    }

    void addAfter(Instant previous) {
        var instant = following.apply(previous);
        if (!instant.isAfter(previous)) {
            throw new IllegalArgumentException(what + " would come again at " + instant + ", which is not after "
                    + previous + ": give a later instant.");
        }
        next.set(agenda.at(instant, what, () -> run(instant)));
        if (cancelled) {
            cancel();
        }
    }

    private void run(Instant instant) {
        if (!cancelled) {
            addAfter(instant);
            work.run();
        }
    }

    @Override
    public void cancel() {
        cancelled = true;
        var waiting = next.get();
        if (waiting != null) {
            waiting.cancel();
        }
    }
}
