package dev.kept.page;

import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What may be decided, and over which plan.
 *
 * @param allowed words of the decisions that are open: {@code approve}, {@code refuse}, {@code extend},
 *     {@code ask-identity}, {@code done}, {@code not-found}
 * @param parts what can be refused although the rest is approved; none where a plan is decided whole
 * @param recipient whom it is about, where a recipient is to be told
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
        List<PartItem> parts,
        List<GroundItem> extensions,
        @Nullable String approvedBy,
        @Nullable LocalDate extensionTo,
        @Nullable HandItem hand,
        @Nullable String recipient) {
    private static final Set<String> WHOLE = Set.of("EXCESSIVE", "NOT_ACTED_IDENTITY", "NOT_CONTROLLER");

    /** Whether it is no decision about a request, but something to be done and reported. */
    public boolean isErrand() {
        return kind.equals("tell-recipient");
    }

    /** The grounds on which one part can be refused: those that are about the request as a whole are not among them. */
    public List<GroundItem> partRefusals() {
        return refusals.stream()
                .filter(ground -> !WHOLE.contains(ground.code()))
                .toList();
    }
}
