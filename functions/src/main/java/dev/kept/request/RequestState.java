package dev.kept.request;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Where a request stands. It moves along the edges given here and no others; the table's condition sees to it. Only staff
 * lead it back: from the decision that has become void to another, and from a failure to where its workflow begins.
 */
public enum RequestState {
    RECEIVED,
    CONFIRMED,
    DECIDING,
    CARRYING_OUT,
    ANSWERED,
    REFUSED,
    WITHDRAWN,
    LAPSED,
    FAILED;

    /** The states from which this one can be reached. */
    public Set<RequestState> from() {
        return switch (this) {
            case RECEIVED -> EnumSet.noneOf(RequestState.class);
            case CONFIRMED, LAPSED -> EnumSet.of(RECEIVED);
            case DECIDING -> EnumSet.of(CONFIRMED);
            case CARRYING_OUT -> EnumSet.of(DECIDING);
            case REFUSED -> EnumSet.of(DECIDING, CARRYING_OUT);
            case ANSWERED -> EnumSet.of(CARRYING_OUT);
            case WITHDRAWN, FAILED -> EnumSet.of(RECEIVED, CONFIRMED, DECIDING, CARRYING_OUT);
        };
    }

    /** Whether something still has to happen. */
    public boolean isOpen() {
        return switch (this) {
            case RECEIVED, CONFIRMED, DECIDING, CARRYING_OUT -> true;
            case ANSWERED, REFUSED, WITHDRAWN, LAPSED, FAILED -> false;
        };
    }

    /** As the API writes it, such as {@code carrying-out}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The state of that word; empty for any other. */
    public static Optional<RequestState> find(String word) {
        return Arrays.stream(values())
                .filter(state -> state.word().equals(word))
                .findFirst();
    }

    static RequestState of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
