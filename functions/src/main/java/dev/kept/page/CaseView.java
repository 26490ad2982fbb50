package dev.kept.page;

import java.time.ZonedDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One request as staff see it.
 *
 * @param identifierType the word of what the person gave, such as {@code email}
 * @param identifier what the person gave
 * @param mayOpenEvidence whether the reader may see what the files show
 * @param failure that it has failed; absent where it has not
 * @param decision what is to be decided; absent where nothing is
 */
public record CaseView(
        String requestId,
        String kind,
        String state,
        ZonedDateTime received,
        String language,
        String identifierType,
        String identifier,
        @Nullable String message,
        List<ChangeItem> changes,
        List<EvidenceItem> evidence,
        boolean mayOpenEvidence,
        DeadlineItem deadline,
        List<FoundItem> found,
        List<OpenItem> unanswered,
        List<RequestRow> others,
        List<TellingItem> recipients,
        List<RestrictionItem> restrictions,
        @Nullable FailureItem failure,
        List<EventItem> history,
        @Nullable DecisionItem decision) {

    /** How many records were found in all. */
    public int total() {
        return found.stream().mapToInt(FoundItem::count).sum();
    }

    @Override
    public String toString() {
        return "CaseView[" + requestId + "]";
    }
}
