package dev.kept.ledger;

import java.util.Locale;

/** What became of the records that a system held. */
public enum Outcome {
    /** They were handed over. */
    GIVEN,
    CORRECTED,
    RESTRICTED,
    ERASED,
    ANONYMISED,
    /** Their keys were destroyed; what is left in copies cannot be read. */
    SHREDDED,
    /** The system held nothing. */
    NONE,
    /** The system could not be asked. */
    UNAVAILABLE,
    /** They were kept back, for the reason given. */
    WITHHELD;

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
