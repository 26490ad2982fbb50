package dev.kept.system;

import dev.kept.person.Identifier;
import dev.kept.policy.IdentifierType;
import java.util.List;
import java.util.Optional;

/**
 * Whom a system is searched for.
 *
 * @param personId Kept's own id, where the person is known
 * @param identifiers everything that she can be found by: what the request names and what is on file
 */
public record Subject(Optional<String> personId, List<Identifier> identifiers) {
    /** The identifiers of that type, in their one spelling. */
    List<String> values(IdentifierType type) {
        return identifiers.stream()
                .filter(identifier -> identifier.type() == type)
                .map(identifier -> identifier.value().reveal())
                .distinct()
                .toList();
    }

    @Override
    public String toString() {
        return "Subject[" + identifiers.size() + " identifiers]";
    }
}
