package dev.kept.page;

import java.time.LocalDate;
import java.time.ZonedDateTime;

/** What a person reads right after asking; the same for known and unknown people. */
public record RequestReceivedView(
        String reference, String kind, ZonedDateTime received, LocalDate answerBy, String followAddress) {
    /** The follow address holds a token: it is not shown. */
    @Override
    public String toString() {
        return "RequestReceivedView[" + reference + "]";
    }
}
