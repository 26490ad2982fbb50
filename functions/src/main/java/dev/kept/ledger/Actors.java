package dev.kept.ledger;

import java.util.Set;

/** How staff are named in the ledger and everywhere else: by a code, whatever the identity provider calls them. */
public final class Actors {
    /** Those who are no staff: nobody may sign in under their names. */
    private static final Set<String> OTHERS = Set.of("kept", "person");

    private Actors() {}

    /**
     * The provider's id of a member of staff when it is a code; a reference to it when it is not, such as an e-mail
     * address or a long number, by which the organisation can still tell who it was.
     */
    public static String code(String providerId) {
        return Codes.isCode(providerId) && !OTHERS.contains(providerId)
                ? providerId
                : "staff-" + Hash.of(providerId).substring(0, 32);
    }
}
