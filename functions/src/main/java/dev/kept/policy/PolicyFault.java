package dev.kept.policy;

import java.util.List;
import java.util.stream.Collectors;

/** A policy file that cannot be carried out, with everything that is wrong in it. */
public final class PolicyFault extends RuntimeException {
    private final transient List<Fault> faults;

    PolicyFault(String id, List<Fault> faults) {
        super(faults.stream()
                .map(Fault::toString)
                .collect(Collectors.joining("\n  ", "The policy " + id + " cannot be used:\n  ", "")));
        this.faults = List.copyOf(faults);
    }

    /** Every fault, in the order of reading. */
    public List<Fault> faults() {
        return faults;
    }
}
