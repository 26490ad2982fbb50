package dev.kept.choice;

import dev.kept.person.Identifier;
import dev.kept.policy.Communication;
import dev.kept.policy.Consent;
import dev.kept.policy.IdentifierType;
import dev.kept.policy.Policy;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Direct marketing under a policy: which records are there for it alone, and how it is stopped for a person. */
public final class Marketing {
    private static final Set<IdentifierType> ADDRESSES = EnumSet.of(IdentifierType.EMAIL, IdentifierType.PHONE);

    private final Policy policy;
    private final Suppressions suppressions;

    public Marketing(Policy policy, Suppressions suppressions) {
        this.policy = policy;
        this.suppressions = suppressions;
    }

    /** The categories in which the consents to promotional messages stand, and what is held on their strength. */
    public static Set<String> categories(Policy policy) {
        return policy.communications().values().stream()
                .filter(Communication::promotional)
                .map(Communication::consent)
                .filter(Objects::nonNull)
                .flatMap(name -> policy.consent(String.valueOf(name)).stream())
                .map(Consent::category)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The same, of this policy. */
    public Set<String> categories() {
        return categories(policy);
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
