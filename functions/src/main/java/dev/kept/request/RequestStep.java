package dev.kept.request;

import java.time.Instant;

/**
 * A step of a request, as the person who follows it sees it.
 *
 * @param at when it was done
 * @param step its word, such as {@code confirmed}
 */
public record RequestStep(Instant at, String step) {}
