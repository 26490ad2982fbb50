package dev.kept.page;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** After the confirmation; {@code followAddress} where the page knows it. */
public record ConfirmedView(
        String reference,
        String kind,
        LocalDate answerBy,
        @Nullable String followAddress) {
    @Override
    public String toString() {
        return "ConfirmedView[" + reference + "]";
    }
}
