package dev.kept.system;

import dev.kept.person.Identifier;
import dev.kept.policy.ConnectedSystemDeclaration;
import dev.kept.policy.IdentifierForm;
import dev.kept.policy.Policy;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where a person's data stand in a system, as {@link ConnectedSystem#places} says it, were nothing there.
 *
 * @param system its id
 * @param name such as the value of a table's key, or a prefix; it may hold an identifier
 */
public record Place(String system, String name) {
    /** Every place of a person's in the systems that have places, without connecting any. */
    public static List<Place> of(Policy policy, Subject subject) {
        return policy.systems().stream()
                .flatMap(declared -> names(declared, subject).map(name -> new Place(declared.id(), name)))
                .toList();
    }

    private static Stream<String> names(ConnectedSystemDeclaration declared, Subject subject) {
        if (declared instanceof ConnectedSystemDeclaration.DynamoDb table) {
            return subject.values(table.key().identifier()).stream()
                    .map(table.key().form()::write);
        }
        if (declared instanceof ConnectedSystemDeclaration.S3 bucket) {
            return subject.values(bucket.prefix().identifier()).stream().map(bucket.prefix()::of);
        }
        return Stream.of();
    }

    /** Who has the place, where the system writes her identifier as it is; empty where only a hash of it stands there. */
    public Optional<Identifier> owner(Policy policy) {
        return policy.system(system).flatMap(declared -> owner(policy, declared));
    }

    private Optional<Identifier> owner(Policy policy, ConnectedSystemDeclaration declared) {
        if (declared instanceof ConnectedSystemDeclaration.DynamoDb table
                && table.key().form() == IdentifierForm.PLAIN) {
            return Identifier.of(table.key().identifier(), name, policy.regime());
        }
        if (declared instanceof ConnectedSystemDeclaration.S3 bucket
                && bucket.prefix().form() == IdentifierForm.PLAIN
                && name.startsWith(bucket.prefix().before())
                && name.endsWith(bucket.prefix().after())) {
            var gap = name.substring(
                    bucket.prefix().before().length(),
                    name.length() - bucket.prefix().after().length());
            return Identifier.of(bucket.prefix().identifier(), gap, policy.regime());
        }
        return Optional.empty();
    }

    @Override
    public String toString() {
        return "Place[" + system + "]";
    }
}
