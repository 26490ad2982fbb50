package dev.kept.correction;

import dev.kept.person.Corrections;
import dev.kept.person.People;
import dev.kept.system.Subject;
import dev.kept.system.Systems;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;

/**
 * Applies a person's corrections again after a restore or an import has brought wrong values back (California regulations
 * 7023(c)): wherever a value is known to be wrong, the right one takes its place. Done twice it is done once.
 */
public final class CorrectAgain {
    private static final int AT_MOST = CorrectInSystem.AT_MOST;

    private final CorrectionPlanner planner;
    private final Systems systems;
    private final People people;
    private final Corrections corrections;

    public CorrectAgain(CorrectionPlanner planner, Systems systems, People people, Corrections corrections) {
        this.planner = planner;
        this.systems = systems;
        this.people = people;
        this.corrections = corrections;
    }

    /**
     * What was done.
     *
     * @param systems those in which something was corrected again
     * @param left those that did not answer, or hold a value of the field besides the wrong one that nobody has judged: to
     *     be looked at by a person
     */
    public record Replayed(List<String> systems, List<String> left) {}

    /** Goes over every system. */
    public Replayed replay(Subject subject) {
        return replay(subject, systems.ids());
    }

    /** Goes over those systems. */
    public Replayed replay(Subject subject, List<String> where) {
        var done = new ArrayList<String>();
        var left = new ArrayList<String>();
        subject.personId().ifPresent(person -> {
            var remembered = corrections.of(person);
            for (var system : where) {
                var own = system.equals(systems.own().id());
                switch (own ? own(person, remembered) : other(system, subject, remembered)) {
                    case DONE -> done.add(system);
                    case LEFT -> left.add(system);
                    case RIGHT -> {
                        // it holds nothing that is known to be wrong
                    }
                }
            }
        });
        return new Replayed(List.copyOf(done), List.copyOf(left));
    }

    private enum State {
        RIGHT,
        DONE,
        LEFT
    }

    /** Record by record, so that a newer value stands beside a corrected one. */
    private State own(String personId, Corrections.Remembered remembered) {
        var changed = new boolean[1];
        var more = true;
        while (more) {
            more = people.rewrite(
                    personId,
                    held -> {
                        var fields = new LinkedHashMap<>(held.fields());
                        var right = remembered.applied(held.fields());
                        fields.putAll(right);
                        changed[0] |= !right.isEmpty();
                        return fields;
                    },
                    AT_MOST);
        }
        return changed[0] ? State.DONE : State.RIGHT;
    }

    private State other(String systemId, Subject subject, Corrections.Remembered remembered) {
        var names = planner.names(systemId, Set.copyOf(remembered.fields()));
        if (names.isEmpty()) {
            return State.RIGHT;
        }
        var system = systems.get(systemId);
        var held = planner.read(system, subject, names);
        if (!held.answered()) {
            return State.LEFT;
        }
        var right = new LinkedHashMap<String, String>();
        held.records().forEach(record -> right.putAll(remembered.applied(record.values())));
        if (right.isEmpty()) {
            return State.RIGHT;
        }
        var judged = held.records().stream()
                .allMatch(record -> record.values().entrySet().stream()
                        .filter(value -> right.containsKey(value.getKey()))
                        .allMatch(value -> value.getValue().equals(right.get(value.getKey()))
                                || remembered.applied(record.values()).containsKey(value.getKey())));
        if (!judged) {
            return State.LEFT;
        }
        while (system.correct(subject, right, AT_MOST).more()) {
            // as long as there is more
        }
        return State.DONE;
    }
}
