package dev.kept.erasure;

import java.util.Locale;

/** What becomes of a person's data of one category (GDPR art. 17(1) and (3)). */
public enum Treatment {
    /** They go. */
    ERASE,
    /** They go, and the person is counted in groups that are told of by whole batches of people only. */
    ANONYMISE,
    /** They go, and a keyed hash of the address is kept, so that it is not written to again. */
    SUPPRESS,
    /** The law makes the organisation keep them, set apart, until the day named. */
    ARCHIVE,
    /** A legal hold keeps them until it is released; then they go by themselves. */
    HOLD;

    /** Whether a reading finds them no more. */
    public boolean goes() {
        return this != ARCHIVE && this != HOLD;
    }

    /** As plans write it, such as {@code archive}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Treatment of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
