package dev.kept.local.time;

import java.util.ArrayDeque;
import java.util.List;
import java.util.function.Consumer;

/** What went wrong in the agenda: told to a handler at once, and the last thousand kept to be asked for. */
final class Failures {
    private static final int KEPT = 1000;

    private final Consumer<Failure> handler;
    private final ArrayDeque<Failure> kept = new ArrayDeque<>();

    Failures(Consumer<Failure> handler) {
        this.handler = handler;
    }

    void add(Failure failure) {
        synchronized (kept) {
            if (kept.size() == KEPT) {
                kept.removeFirst();
            }
            kept.addLast(failure);
        }
        try {
            handler.accept(failure);
        } catch (RuntimeException refused) {
            // the agenda goes on even when nobody can be told; the failure itself is kept
            failure.thrown().addSuppressed(refused);
        }
    }

    List<Failure> all() {
        synchronized (kept) {
            return List.copyOf(kept);
        }
    }
}
