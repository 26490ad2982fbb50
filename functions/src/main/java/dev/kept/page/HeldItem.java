package dev.kept.page;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A category as it is held about one person.
 *
 * @param count how many records there are
 * @param until the computed end of keeping; absent where its event has yet to come
 */
public record HeldItem(
        CategoryItem category, int count, @Nullable LocalDate until) {}
