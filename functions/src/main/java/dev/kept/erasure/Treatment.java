package dev.kept.erasure;

import java.util.Locale;

/** What becomes of a person's data of one category (GDPR art. 17(1) and (3)). */
public enum Treatment {
    /** They go. */
    ERASE,
    /** The law makes the organisation keep them, set apart, until the day named. */
    ARCHIVE,
    /** A legal hold keeps them until it is released; then they go by themselves. */
    HOLD;

    /** As plans write it, such as {@code archive}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Treatment of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
