package dev.kept.clock;

import java.util.Locale;

/** How a customer leaves, which decides whether the data have to stay to be fetched (Data Act art. 25(2)). */
public enum ExitMode {
    /** The customer goes elsewhere and fetches the data first. */
    SWITCH,
    /** The customer chose that the data go at once; the choice is recorded. */
    ERASE_NOW,
    /** The customer did not say. */
    SILENT;

    /** As files and forms write it, such as {@code erase-now}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The mode of that word. */
    public static ExitMode of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
