package dev.kept.recipient;

import java.util.Locale;

/** How far the telling of one recipient is. */
public enum Telling {
    /** Not told yet: a task waits, or a system that was silent is asked again. */
    PENDING,
    /** A mail has left. */
    SENT,
    /** Told and known to be: by the answer of its system, or by whoever told it. */
    ACKED,
    /** It could not be told, or only with disproportionate effort, as a member of staff has documented. */
    REFUSED;

    /** As marks and the API write it, such as {@code acked}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
