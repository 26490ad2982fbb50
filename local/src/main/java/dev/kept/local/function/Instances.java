package dev.kept.local.function;

import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;

/** The copies of one function that wait for a call: as many as there ever were calls at the same time. */
final class Instances {
    private final ConcurrentLinkedDeque<Instance> idle = new ConcurrentLinkedDeque<>();
    private final AtomicInteger started = new AtomicInteger();

    Instance take(IntFunction<Instance> start) {
        var waiting = idle.pollFirst();
        return waiting == null ? start.apply(started.getAndIncrement()) : waiting;
    }

    void giveBack(Instance instance) {
        idle.addFirst(instance);
    }
}
