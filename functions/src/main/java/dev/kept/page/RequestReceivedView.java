package dev.kept.page;

import java.time.LocalDate;
import java.time.ZonedDateTime;
import org.jspecify.annotations.Nullable;

/**
 * What a person reads right after asking; the same for known and unknown people.
 *
 * @param mailFrom until when the message waits, where too many requests came at once
 */
public record RequestReceivedView(
        String reference,
        String kind,
        ZonedDateTime received,
        LocalDate answerBy,
        @Nullable ZonedDateTime mailFrom,
        String followAddress) {
    /** The follow address holds a token: it is not shown. */
    @Override
    public String toString() {
        return "RequestReceivedView[" + reference + "]";
    }
}
