package dev.kept.page;

import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What may be decided, and over which plan.
 *
 * @param allowed words of the decisions that are open: {@code approve}, {@code refuse}, {@code extend},
 *     {@code ask-identity}, {@code done}, {@code not-found}
 * @param approvedBy who approved first, where a second person is needed
 * @param hand what has to be done by hand, where that is what the task is about
 */
public record DecisionItem(
        String taskId,
        String kind,
        ZonedDateTime due,
        String planHash,
        List<String> allowed,
        List<GroundItem> refusals,
        List<GroundItem> extensions,
        @Nullable String approvedBy,
        @Nullable LocalDate extensionTo,
        @Nullable HandItem hand) {}
