package dev.kept.system;

import dev.kept.policy.ConnectedSystemDeclaration;
import dev.kept.policy.Policy;
import java.util.List;
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

    @Override
    public String toString() {
        return "Place[" + system + "]";
    }
}
