package dev.kept.policy;

import java.time.LocalDate;
import java.time.MonthDay;
import java.time.Period;

/** What follows active use where the law or a claim needs it: set apart, for few people, for this long. */
public record Archive(StartEvent event, Period period, Text reason, String law) {
    /**
     * The last day in the archive of a record made on one day whose active use ended on another.
     *
     * @param ended the end of the account, of the contract or of the consent, where the period runs from that
     */
    public LocalDate until(LocalDate made, LocalDate ended, MonthDay fiscalYearEnd) {
        var active = new Retention(event, period, reason, law, null);
        return active.dueAtCollection(made, fiscalYearEnd).orElseGet(() -> active.dueAfter(ended));
    }
}
