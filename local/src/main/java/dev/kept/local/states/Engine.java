package dev.kept.local.states;

import dev.kept.local.time.Agenda;
import dev.kept.local.time.Entry;
import java.time.Instant;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What all executions share: the agenda that they live in, the way to functions, and one lock around their data. */
final class Engine {
    private final Agenda agenda;
    private final FunctionCaller caller;
    private final Interference interference;
    private final ReentrantLock lock = new ReentrantLock();
    private final Tokens tokens;
    private final Builtins builtins;

    Engine(Agenda agenda, FunctionCaller caller, Interference interference) {
        this.agenda = agenda;
        this.caller = caller;
        this.interference = interference;
        this.tokens = new Tokens(agenda.random());
        this.builtins = new Builtins(agenda);
    }

    Agenda agenda() {
        return agenda;
    }

    FunctionCaller caller() {
        return caller;
    }

    Interference interference() {
        return interference;
    }

    Builtins builtins() {
        return builtins;
    }

    Tokens tokens() {
        return tokens;
    }

    Instant now() {
        return agenda.clock().instant();
    }

    /** Adds a step of a walk; it is left out when the walk is over by then. */
    Entry later(Walk walk, Instant instant, String what, Runnable step) {
        return agenda.at(instant, what + " of " + walk.run().name(), () -> step(walk, step));
    }

    void step(Walk walk, Runnable step) {
        locked(() -> {
            if (!walk.over()) {
                try {
                    walk.guarded(step);
                    walk.run().endAtHistoryLimit();
                } catch (RuntimeException bug) {
                    // an execution must not hang for a fault of the interpreter; the agenda tells it
                    walk.run().fail(StateFailed.reported(StateFailed.RUNTIME, "The local interpreter has a fault."));
                    throw bug;
                }
            }
            return true;
        });
    }

    /** Never held while a function runs: a function may call back, through another thread. */
    <T extends @Nullable Object> T locked(Supplier<T> step) {
        lock.lock();
        try {
            return step.get();
        } finally {
            lock.unlock();
        }
    }
}
