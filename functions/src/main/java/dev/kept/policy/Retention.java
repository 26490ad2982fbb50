package dev.kept.policy;

import java.time.LocalDate;
import java.time.MonthDay;
import java.time.Period;
import java.util.Optional;
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

    /**
     * The last day of keeping, where it is known when the record is made; empty where its event has yet to come.
     * A later contact moves the day that is counted from the last contact.
     */
    public Optional<LocalDate> dueAtCollection(LocalDate collected, MonthDay fiscalYearEnd) {
        return switch (event) {
            case COLLECTION, LAST_CONTACT -> Optional.of(dueAfter(collected));
            case FISCAL_YEAR_END -> Optional.of(dueAfter(closeOfFiscalYear(collected, fiscalYearEnd)));
            default -> Optional.empty();
        };
    }

    /** The last day of keeping, once the day of the event is known. */
    public LocalDate dueAfter(LocalDate eventDay) {
        return eventDay.plus(period);
    }

    /** The rule in words, such as "14 days after the account is closed". */
    public String describe(String language) {
        return PeriodWords.describe(period, event, language);
    }

    private static LocalDate closeOfFiscalYear(LocalDate day, MonthDay end) {
        var close = end.atYear(day.getYear());
        return close.isBefore(day) ? end.atYear(day.getYear() + 1) : close;
    }
}
