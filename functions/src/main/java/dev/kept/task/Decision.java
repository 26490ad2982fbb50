package dev.kept.task;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What staff may decide about a request, and say of what they do by hand. */
public enum Decision {
    APPROVE,
    REFUSE,
    EXTEND,
    ASK_IDENTITY,
    /** What was asked for by hand is done. */
    DONE,
    /** Who looked by hand has found nothing. */
    NOT_FOUND;

    /** As the API and the workflow write it, such as {@code ask-identity}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<Decision> of(String word) {
        return Arrays.stream(values())
                .filter(decision -> decision.word().equals(word))
                .findFirst();
    }
}
