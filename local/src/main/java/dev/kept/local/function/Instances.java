package dev.kept.local.function;

import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;

/** The copies of one function that wait for a call: as many as there ever were calls at the same time. */
final class Instances {
    private final ConcurrentLinkedDeque<Instance> idle = new ConcurrentLinkedDeque<>();
    private final AtomicInteger started = new AtomicInteger();
    private volatile int oldest;

    /** One that waits, or a new one, made from its number: no two ever have the same, and so the same chance. */
    Instance take(IntFunction<Instance> start) {
        var waiting = idle.pollFirst();
        return waiting == null ? start.apply(started.getAndIncrement()) : waiting;
    }

    void giveBack(Instance instance) {
        if (instance.number() >= oldest) {
            idle.addFirst(instance);
        }
    }

    /** None of those that there are is called again. */
    void forget() {
        oldest = started.get();
        idle.clear();
    }
}
