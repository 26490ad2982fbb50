package dev.kept.policy;

import java.util.Locale;

/** A choice that is written in a policy file and in answers as a lower-case word, such as {@code legal-obligation}. */
public interface Word {
    /** The name of the constant. */
    String name();

    /** The name as it is written in a policy file. */
    default String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
