package dev.kept.request;

import dev.kept.policy.IdentifierType;
import dev.kept.system.Lookup;
import dev.kept.system.Subject;
import java.util.Optional;
import java.util.function.Supplier;

/** Finds out who a request is about, and where she can be written to. */
public final class Subjects {
    /** The name under which a request's file keeps how a person is found who is being erased. */
    private static final String SET_APART = "subject";

    private final RequestFile file;
    private final Supplier<Lookup> lookup;

    /**
     * @param lookup asked only when a person has to be found, and not when it is kept how she is found
     */
    public Subjects(RequestFile file, Supplier<Lookup> lookup) {
        this.file = file;
        this.lookup = lookup;
    }

    /** Whose request it is: Kept's id of the person, where she is known, and everything that she can be found by. */
    public Subject of(String requestId) {
        var set = file.contents().find(requestId, SET_APART);
        return set.map(Subject::read).orElseGet(() -> found(requestId)).on(requestId);
    }

    /**
     * Whose it is now, looked up again although it is kept how she was found. Where the request is resumed it is still hers:
     * what it names may lead nowhere any more, because it has been corrected on the way.
     */
    public Subject anew(Request request) {
        var known = request.resumed()
                .flatMap(run -> file.contents().find(request.id(), SET_APART))
                .flatMap(kept -> Subject.read(kept).personId());
        return known.map(lookup.get()::person)
                .orElseGet(() -> found(request.id()))
                .on(request.id());
    }

    /** A person by Kept's own id, as she is found now. */
    public Subject person(String personId) {
        return lookup.get().person(personId);
    }

    /** What was typed may be gone, and then nothing is looked up. */
    private Subject found(String requestId) {
        var asked = file.contents().get(requestId).identifier();
        return lookup.get().find(asked);
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
     * the one on file for whoever it names otherwise. Never an address given for the occasion. None is left once what was
     * typed into the request has been erased.
     */
    public Optional<String> addressOf(String requestId) {
        var asked = file.contents().read(requestId).map(RequestContent::identifier);
        if (asked.isEmpty()) {
            return Optional.empty();
        }
        if (asked.get().type() == IdentifierType.EMAIL) {
            return Optional.of(asked.get().value().reveal());
        }
        return of(requestId).identifiers().stream()
                .filter(identifier -> identifier.type() == IdentifierType.EMAIL)
                .map(identifier -> identifier.value().reveal())
                .findFirst();
    }
}
