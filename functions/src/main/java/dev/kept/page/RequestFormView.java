package dev.kept.page;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The form for a request: first what to ask for, then who asks.
 *
 * @param kind what is asked for; absent where that has to be chosen first
 * @param identifiers words of what a person can be found by, such as {@code email}
 * @param correctable the fields that a correction may name
 * @param contestable what an objection may name
 * @param faults names of the fields to correct
 */
public record RequestFormView(
        @Nullable String kind,
        List<RightItem> rights,
        List<String> identifiers,
        List<FieldGroup> correctable,
        List<ConsentItem> contestable,
        List<String> faults) {

    /** The right that was chosen, where one was. */
    public @Nullable RightItem right() {
        return rights.stream()
                .filter(right -> right.kind().equals(kind))
                .findFirst()
                .orElse(null);
    }
}
