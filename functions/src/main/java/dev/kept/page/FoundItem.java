package dev.kept.page;

import org.jspecify.annotations.Nullable;

/**
 * What was found of one category in one system, and what is planned for it.
 *
 * @param action the word of what is planned, such as {@code erase}; absent where there is no plan
 * @param reason why, where something is kept
 */
public record FoundItem(
        String system,
        String category,
        int count,
        @Nullable String action,
        @Nullable String reason) {}
