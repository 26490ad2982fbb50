package dev.kept.local.template;

import java.util.List;
import java.util.stream.Collectors;

/** The template cannot be run; says everything that is wrong with it at once. */
public final class TemplateFaults extends RuntimeException {
    private final transient List<Fault> faults;

    TemplateFaults(List<Fault> faults) {
        super(faults.stream().map(Fault::toString).collect(Collectors.joining("\n")));
        this.faults = List.copyOf(faults);
    }

    public List<Fault> faults() {
        return faults;
    }
}
