package dev.kept.local.time;

import java.time.Instant;
import java.util.Comparator;
import java.util.function.Consumer;

/** An entry that runs at one instant; entries of the same instant run in the order in which they were added. */
record Once(Instant instant, long sequence, String what, Runnable work, Consumer<Once> calledOff)
        implements Entry, Comparable<Once> {
    private static final Comparator<Once> ORDER =
            Comparator.comparing(Once::instant).thenComparingLong(Once::sequence);

    @Override
    public void cancel() {
        calledOff.accept(this);
    }

    @Override
    public int compareTo(Once other) {
        return ORDER.compare(this, other);
    }
}
