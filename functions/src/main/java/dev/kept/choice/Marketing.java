package dev.kept.choice;

import dev.kept.person.Identifier;
import dev.kept.policy.IdentifierType;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;

/** How direct marketing is stopped for a person. */
public final class Marketing {
    private static final Set<IdentifierType> ADDRESSES = EnumSet.of(IdentifierType.EMAIL, IdentifierType.PHONE);

    private final Suppressions suppressions;

    public Marketing(Suppressions suppressions) {
        this.suppressions = suppressions;
    }

    /** Whether no marketing may go to one of these addresses. */
    public boolean isStopped(Collection<Identifier> identifiers) {
        return identifiers.stream()
                .filter(identifier -> ADDRESSES.contains(identifier.type()))
                .anyMatch(suppressions::has);
    }

    /** Sees to it that no marketing goes to any of these addresses from now on. */
    public void stop(Collection<Identifier> identifiers, Suppressions.Reason reason) {
        identifiers.stream()
                .filter(identifier -> ADDRESSES.contains(identifier.type()))
                .forEach(address -> suppressions.add(address, reason));
    }
}
