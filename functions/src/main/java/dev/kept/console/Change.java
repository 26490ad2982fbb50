package dev.kept.console;

import dev.kept.correction.HeldValues;
import dev.kept.request.Proposal;
import java.util.ArrayList;
import java.util.List;

/**
 * A field of a correction, old beside new.
 *
 * @param held what the systems hold, in the order of the systems, each value once
 */
record Change(String field, List<Held> held, String proposed) {
    /**
     * A value that a system holds.
     *
     * @param records in how many records
     */
    record Held(String system, String value, int records) {
        @Override
        public String toString() {
            return "Held[personal]";
        }
    }

    /** Of a request that is no correction, none. */
    static List<Change> of(CaseFile.Typed typed) {
        var changes = new ArrayList<Change>();
        Proposal.of(typed.content())
                .fields()
                .forEach((field, value) -> changes.add(new Change(
                        field, typed.held().map(all -> held(all, field)).orElse(List.of()), value)));
        return changes;
    }

    private static List<Held> held(HeldValues all, String field) {
        var held = new ArrayList<Held>();
        all.systems()
                .forEach((system, values) ->
                        values.counts(field).forEach((value, records) -> held.add(new Held(system, value, records))));
        return held;
    }

    @Override
    public String toString() {
        return "Change[" + field + "]";
    }
}
