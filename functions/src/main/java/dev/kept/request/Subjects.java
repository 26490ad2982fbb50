package dev.kept.request;

import dev.kept.person.Identifier;
import dev.kept.person.Identifiers;
import dev.kept.person.People;
import dev.kept.person.PersonRecord;
import dev.kept.policy.Field;
import dev.kept.policy.IdentifierType;
import dev.kept.policy.Policy;
import dev.kept.system.Subject;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Finds out who a request is about, and where she can be written to. */
public final class Subjects {
    /** The name under which a request's file keeps how a person is found who is being erased. */
    private static final String SET_APART = "subject";

    private final Policy policy;
    private final RequestFile file;
    private final Supplier<Identifiers> identifiers;
    private final Supplier<People> people;

    /**
     * @param identifiers asked only when a person has to be found, and not when it is kept how she is found
     * @param people asked with them
     */
    public Subjects(Policy policy, RequestFile file, Supplier<Identifiers> identifiers, Supplier<People> people) {
        this.policy = policy;
        this.file = file;
        this.identifiers = identifiers;
        this.people = people;
    }

    /** Whose request it is: Kept's id of the person, where she is known, and everything that she can be found by. */
    public Subject of(String requestId) {
        var set = file.contents().find(requestId, SET_APART);
        return set.map(Subject::read)
                .orElseGet(() -> of(file.contents().get(requestId).identifier()))
                .on(requestId);
    }

    /** The person with that identifier, and everything that she can be found by. */
    public Subject of(Identifier asked) {
        var hash = identifiers.get().hash(asked);
        var person = identifiers.get().personOf(hash);
        var archived = identifiers.get().archivedOf(hash);
        var all = new LinkedHashSet<Identifier>();
        all.add(asked);
        person.ifPresent(personId -> people.get().forEach(personId, held -> collect(held, all)));
        person.ifPresent(personId -> all.addAll(people.get().former().of(personId)));
        archived.forEach(personId -> people.get().forEach(personId, held -> collect(held, all)));
        return new Subject(person, archived, List.copyOf(all));
    }

    /**
     * Keeps with the request how the person is found, sealed, so that she is found to the end although what leads to her
     * goes.
     */
    public void setApart(String requestId, Subject subject) {
        file.contents().put(requestId, SET_APART, subject.written());
    }

    /**
     * The address that mail about a request goes to: the one that the request names, which its owner has to confirm, or
     * the one on file for whoever it names otherwise. Never an address given for the occasion.
     */
    public Optional<String> addressOf(String requestId) {
        var asked = file.contents().get(requestId).identifier();
        if (asked.type() == IdentifierType.EMAIL) {
            return Optional.of(asked.value().reveal());
        }
        return of(requestId).identifiers().stream()
                .filter(identifier -> identifier.type() == IdentifierType.EMAIL)
                .map(identifier -> identifier.value().reveal())
                .findFirst();
    }

    private void collect(PersonRecord held, Set<Identifier> all) {
        for (var form : policy.forms().values()) {
            for (var field : form.fields()) {
                typeOf(field)
                        .flatMap(type -> Optional.ofNullable(held.fields().get(field.name()))
                                .flatMap(value -> Identifier.of(type, value, policy.regime())))
                        .ifPresent(all::add);
            }
        }
    }

    private static Optional<IdentifierType> typeOf(Field field) {
        return Optional.ofNullable(field.identifier());
    }
}
