package dev.kept.local.time;

import java.time.Instant;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What is to happen, earliest first; not safe for threads, its agenda locks around it. */
final class Queue {
    private final TreeSet<Once> entries = new TreeSet<>();
    private long sequence;

    Once add(Instant instant, String what, Runnable work, Consumer<Once> calledOff) {
        var entry = new Once(instant, sequence++, what, work, calledOff);
        entries.add(entry);
        return entry;
    }

    void remove(Once entry) {
        entries.remove(entry);
    }

    @Nullable
    Once first() {
        return entries.isEmpty() ? null : entries.first();
    }

    boolean hasDue(Instant until) {
        var first = first();
        return first != null && !first.instant().isAfter(until);
    }

    /** Takes out the first entry that is due until then. */
    @Nullable
    Once takeDue(Instant until) {
        return hasDue(until) ? entries.pollFirst() : null;
    }

    int size() {
        return entries.size();
    }

    void clear() {
        entries.clear();
    }
}
