package dev.kept.policy;

import java.time.Period;
import org.jspecify.annotations.Nullable;

/**
 * How long a category is kept: until a period has passed since an event, then perhaps in an archive, then no more.
 *
 * @param law the provision that makes the organisation keep the data, where one does
 */
public record Retention(
        StartEvent event,
        Period period,
        Text reason,
        @Nullable String law,
        @Nullable Archive archive) {

    /** The rule in words, such as "14 days after the account is closed". */
    public String describe(String language) {
        return PeriodWords.describe(period, event, language);
    }
}
