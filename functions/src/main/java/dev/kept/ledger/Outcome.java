package dev.kept.ledger;

import java.util.Locale;

/** What became of the records that a system held. */
public enum Outcome {
    /** They were handed over. */
    GIVEN,
    CORRECTED,
    RESTRICTED,
    ERASED,
    /** They were erased, and the person is counted in a group in which nobody can be told from the others. */
    ANONYMISED,
    /** Their keys were destroyed; what is left in copies cannot be read. */
    SHREDDED,
    /** The system held nothing. */
    NONE,
    /** The system could not be asked. */
    UNAVAILABLE,
    /** They were kept back, for the reason given. */
    WITHHELD;

    /** Whether a reading finds the records no more. */
    public boolean isGone() {
        return this == ERASED || this == ANONYMISED;
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
