package dev.kept.page;

import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a request stands, for the person who made it. Addresses are absent where there is nothing to do or to fetch.
 *
 * @param evidence absent for requests that take none
 * @param state the word of the state, such as {@code deciding}
 */
public record FollowView(
        String reference,
        String kind,
        String state,
        ZonedDateTime received,
        LocalDate answerBy,
        @Nullable LocalDate extendedTo,
        List<StepItem> steps,
        @Nullable EvidenceForm evidence,
        @Nullable String withdrawAddress,
        @Nullable String receiptAddress) {

    /** The addresses hold tokens: they are not shown. */
    @Override
    public String toString() {
        return "FollowView[" + reference + "]";
    }
}
