package dev.kept.local.states;

import java.util.List;

/** A workflow that cannot be run here: every fault in it, each with its path and how to mend it. */
public final class InvalidDefinition extends RuntimeException {
    private final List<String> faults;

    InvalidDefinition(String machine, List<String> faults) {
        super("The workflow " + machine + " cannot be run:\n  " + String.join("\n  ", faults));
        this.faults = List.copyOf(faults);
    }

    public List<String> faults() {
        return faults;
    }
}
