package dev.kept.system;

import dev.kept.person.Identifier;
import dev.kept.person.Identifiers;
import dev.kept.person.People;
import dev.kept.person.PersonRecord;
import dev.kept.person.Use;
import dev.kept.policy.Policy;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds a person by one identifier, and by her records every other that she can be found by. */
public final class Lookup {
    private final Policy policy;
    private final Identifiers identifiers;
    private final People people;

    public Lookup(Policy policy, Identifiers identifiers, People people) {
        this.policy = policy;
        this.identifiers = identifiers;
        this.people = people;
    }

    /** The person with that identifier; known or not, she is somebody with that one at least. */
    public Subject find(Identifier asked) {
        var hash = identifiers.hash(asked);
        var person = identifiers.personOf(hash);
        var archived = identifiers.archivedOf(hash);
        var all = new LinkedHashSet<Identifier>();
        all.add(asked);
        person.ifPresent(personId -> people.forEach(Use.RIGHTS, personId, held -> collect(held, all)));
        person.ifPresent(personId -> all.addAll(people.former().of(personId)));
        archived.forEach(personId -> people.forEach(Use.RIGHTS, personId, held -> collect(held, all)));
        return new Subject(person, archived, List.copyOf(all));
    }

    /** A person by Kept's own id, with everything that her records find her by. */
    public Subject person(String personId) {
        var all = new LinkedHashSet<Identifier>();
        people.forEach(Use.RIGHTS, personId, held -> collect(held, all));
        all.addAll(people.former().of(personId));
        return new Subject(Optional.of(personId), List.of(), List.copyOf(all));
    }

    private void collect(PersonRecord held, Set<Identifier> all) {
        for (var form : policy.forms().values()) {
            for (var field : form.fields()) {
                Optional.ofNullable(field.identifier())
                        .flatMap(type -> Optional.ofNullable(held.fields().get(field.name()))
                                .flatMap(value -> Identifier.of(type, value, policy.regime())))
                        .ifPresent(all::add);
            }
        }
    }
}
