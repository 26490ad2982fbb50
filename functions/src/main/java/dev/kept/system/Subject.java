package dev.kept.system;

import dev.kept.http.Json;
import dev.kept.person.Identifier;
import dev.kept.person.Personal;
import dev.kept.policy.IdentifierType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Whom a system is searched for.
 *
 * @param personId Kept's own id, where the person is known
 * @param archived who she was before an earlier erasure, where something of that is still kept
 * @param identifiers everything that she can be found by: what the request names and what is on file
 * @param requestId on whose behalf it is done, where it is a person's request: what is asked twice for it is asked once
 */
public record Subject(
        Optional<String> personId, List<String> archived, List<Identifier> identifiers, Optional<String> requestId) {
    public Subject(Optional<String> personId, List<String> archived, List<Identifier> identifiers) {
        this(personId, archived, identifiers, Optional.empty());
    }

    /** The same person, searched for to carry out that request. */
    public Subject on(String request) {
        return new Subject(personId, archived, identifiers, Optional.of(request));
    }

    /** The same person as she is now, without what an earlier erasure has left set apart. */
    public Subject ofToday() {
        return new Subject(personId, List.of(), identifiers, requestId);
    }

    /** The same person, found by these. */
    public Subject with(List<Identifier> others) {
        return new Subject(personId, archived, List.copyOf(others), requestId);
    }

    /** Every id under which Kept's own tables may hold something of her. */
    public List<String> personIds() {
        return Stream.concat(personId.stream(), archived.stream()).distinct().toList();
    }

    /** The identifiers of that type, in their one spelling. */
    public List<String> values(IdentifierType type) {
        return identifiers.stream()
                .filter(identifier -> identifier.type() == type)
                .map(identifier -> identifier.value().reveal())
                .distinct()
                .toList();
    }

    /** In a form to be sealed, so that a person can be found until the end of what erases her. */
    public String written() {
        return Json.text(Map.of(
                "person",
                personId.orElse(""),
                "archived",
                archived,
                "identifiers",
                identifiers.stream()
                        .map(one -> List.of(one.type().name(), one.value().reveal()))
                        .toList()));
    }

    /** Reads what was {@link #written}. */
    public static Subject read(String written) {
        var tree = Json.object(written);
        return new Subject(
                Optional.of(Json.string(tree, "person")).filter(id -> !id.isEmpty()),
                Json.list(tree, "archived").stream().map(String::valueOf).toList(),
                Json.list(tree, "identifiers").stream()
                        .map(one -> (List<?>) one)
                        .map(pair -> new Identifier(
                                IdentifierType.valueOf(String.valueOf(pair.get(0))),
                                new Personal(String.valueOf(pair.get(1)))))
                        .toList());
    }

    @Override
    public String toString() {
        return "Subject[" + identifiers.size() + " identifiers]";
    }
}
