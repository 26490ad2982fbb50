package dev.kept.local.states;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The walks of a Parallel's branches or a Map's iterations, so many at a time; the first that fails ends them all. */
final class Fork {
    private final Walk parent;
    private final Plan plan;
    private final int size;
    private final int atOnce;
    private final @Nullable Object input;
    private final Map<Integer, Walk> alive = new TreeMap<>();
    private final List<@Nullable Object> results;
    private long lastEvent;
    private int next;
    private boolean over;

    /** What a Map and a Parallel do differently. */
    sealed interface Plan permits MapState, ParallelState {
        String name();

        String type();

        Flow flow(int index);

        @Nullable
        Item item(Fork fork, int index);

        @Nullable
        Object inputOf(Fork fork, int index);

        Way way();

        /** Whether each walk has events of its own around it. */
        default boolean iterates() {
            return false;
        }
    }

    Fork(Walk parent, Plan plan, int size, int atOnce, @Nullable Object input) {
        this.parent = parent;
        this.plan = plan;
        this.size = size;
        this.atOnce = atOnce;
        this.input = input;
        this.results = new ArrayList<>(Collections.nCopies(size, null));
        this.lastEvent = parent.lastEvent();
    }

    Walk parent() {
        return parent;
    }

    @Nullable
    Object input() {
        return input;
    }

    void startMore() {
        try {
            while (!over && next < size && alive.size() < atOnce) {
                start(next++);
            }
            if (!over && next == size && alive.isEmpty()) {
                finish();
            }
        } catch (StateFailed failed) {
            // an item's input or the state's own output could not be computed: the state's error, not the walk's
            give(failed);
        }
    }

    void succeeded(Walk walk, @Nullable Object output) {
        event(walk, "Succeeded");
        lastEvent = walk.lastEvent();
        results.set(walk.index(), output);
        alive.remove(walk.index());
        startMore();
    }

    void failed(Walk walk, StateFailed failed) {
        event(walk, "Failed");
        lastEvent = walk.lastEvent();
        alive.remove(walk.index());
        give(failed.handedUp());
    }

    void abort() {
        over = true;
        for (var walk : alive.values()) {
            walk.abort();
            event(walk, "Aborted");
        }
        alive.clear();
    }

    private void start(int index) {
        var walk = new Walk(this, parent, plan.flow(index), index, plan.item(this, index), lastEvent);
        alive.put(index, walk);
        event(walk, "Started");
        var itsInput = plan.inputOf(this, index);
        parent.requireShort(itsInput);
        walk.start(itsInput);
    }

    private void finish() {
        over = true;
        parent.lastEvent(lastEvent);
        parent.record(plan.type() + "StateSucceeded", Map.of());
        parent.complete(plan.way(), results);
    }

    private void give(StateFailed failed) {
        boolean first = !over;
        abort();
        if (first) {
            parent.lastEvent(lastEvent);
            parent.record(plan.type() + "StateFailed", Map.of());
        }
        parent.fail(failed);
    }

    private void event(Walk walk, String what) {
        if (plan.iterates()) {
            walk.record("MapIteration" + what, Json.object("name", plan.name(), "index", walk.index()));
        }
    }
}
