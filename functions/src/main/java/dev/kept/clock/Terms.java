package dev.kept.clock;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an organisation's policy says about its deadlines.
 *
 * @param regimes the laws that apply, such as EU-FR; of several the earliest date counts
 * @param promise what the policy promises, which can only shorten a period; null if nothing
 * @param calendar by which holidays days are counted; a regime that does not know it counts by its own
 * @param lateQuestionsCount whether a question that was asked with undue delay stops the clock all the same (and is flagged)
 */
public record Terms(
        List<String> regimes, @Nullable Span promise, HolidayCalendar calendar, boolean lateQuestionsCount) {
    public Terms {
        regimes = List.copyOf(regimes);
        if (regimes.isEmpty()) {
            throw new IllegalArgumentException("At least one regime must apply");
        }
    }

    /** One regime, by the words of a policy file: EU-FR, P30D, FR. */
    public static Terms of(String regime, @Nullable String promise, String calendar) {
        return of(List.of(regime), promise, calendar);
    }

    public static Terms of(List<String> regimes, @Nullable String promise, String calendar) {
        return new Terms(regimes, promise == null ? null : Span.iso(promise), HolidayCalendar.named(calendar), true);
    }

    /** The same, but a question that was asked with undue delay does not stop the clock. */
    public Terms withoutLateQuestions() {
        return new Terms(regimes, promise, calendar, false);
    }

    Terms withoutPromise() {
        return new Terms(regimes, null, calendar, lateQuestionsCount);
    }
}
