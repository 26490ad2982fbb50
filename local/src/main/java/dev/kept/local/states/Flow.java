package dev.kept.local.states;

import java.util.Map;

/** States that lead to each other: a machine, a branch, or what is done with an item. */
record Flow(String startAt, Map<String, State> states) {
    State state(String name) {
        var state = states.get(name);
        if (state == null) {
            throw new IllegalStateException("No state " + name + ": the definition was not checked.");
        }
        return state;
    }
}
