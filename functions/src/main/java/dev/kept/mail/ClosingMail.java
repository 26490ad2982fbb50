package dev.kept.mail;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a person is told whose account ends.
 *
 * @param exportLink absent while there is nothing to fetch
 * @param eraseNowLink absent where she has chosen that already
 */
public record ClosingMail(
        String reference,
        String kind,
        Days days,
        String reinstateLink,
        @Nullable String eraseNowLink,
        @Nullable String exportLink) {
    /** Which letter it is. */
    public enum Stage {
        BEGUN,
        EXPORT,
        SECOND;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * What happens when.
     *
     * @param retrieval until when the law keeps the data to be fetched, where that is longer than what was promised
     */
    public record Days(
            Stage stage, LocalDate effective, LocalDate purge, LocalDate last, Optional<LocalDate> retrieval) {}

    /** What goes into its links. */
    public record Tokens(
            String reinstate,
            @Nullable String eraseNow,
            @Nullable String export) {
        @Override
        public String toString() {
            return "Tokens";
        }
    }

    /** The links hold tokens: they are not shown. */
    @Override
    public String toString() {
        return "ClosingMail[" + reference + "]";
    }
}
