package dev.kept.page;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The board of requests; {@code state} is the word of the state shown, empty for all. */
public record BoardView(
        String state, List<RequestRow> requests, @Nullable String next) {
    /** The words of the states that a request can be in, in the order of its life. */
    public static final List<String> STATES = List.of(
            "received",
            "confirmed",
            "deciding",
            "carrying-out",
            "answered",
            "refused",
            "withdrawn",
            "lapsed",
            "failed");
}
