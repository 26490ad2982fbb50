package dev.kept.policy;

import java.util.Arrays;

/** What a person may ask for: one of her rights, or that her account ends. */
public enum RequestKind implements Word {
    ACCESS,
    PORTABILITY,
    CORRECTION,
    DELETION,
    RESTRICTION,
    OBJECTION,
    /** That her account ends, which is no right of the law but of the contract. */
    CANCELLATION;

    /** The rights, which a policy offers and grounds to refuse are about. */
    public static RequestKind[] rights() {
        return Arrays.stream(values()).filter(kind -> kind != CANCELLATION).toArray(RequestKind[]::new);
    }

    /** Whether what she gave is handed over for her to take along, and no more. */
    public boolean takesAlong() {
        return this == PORTABILITY || this == CANCELLATION;
    }

    /** Whether its workflow ends in an erasure, for which it has to find her until it has forgotten her by itself. */
    public boolean erases() {
        return this == DELETION || this == CANCELLATION;
    }
}
