package dev.kept.clock;

import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an organisation's policy says about the end of an account.
 *
 * @param regime the law that applies, such as EU-FR
 * @param zone in which the days of the contract are counted
 * @param purge within what time the data are gone
 * @param retrieval for how long they can be fetched first; null where no law demands it of this service
 */
public record ClosingTerms(
        String regime, ZoneId zone, Period purge, @Nullable Period retrieval) {
    /** The export is offered, the person is told again, and both have a day before the purge begins. */
    public static final Period SHORTEST_PURGE = Period.ofDays(6);

    public ClosingTerms {
        if (LocalDate.EPOCH.plus(purge).isBefore(LocalDate.EPOCH.plus(SHORTEST_PURGE))) {
            throw new IllegalArgumentException("A purge within " + purge + " leaves no time to offer an export");
        }
    }

    /** What is doubtful about an account that ended on a day. */
    public Set<Flag> flags(LocalDate effective, RuleSets law) {
        return retrieval != null
                        && law.inForce(regime, Duty.KEEP_FOR_RETRIEVAL, effective)
                                .filter(rules -> effective
                                        .plus(retrieval)
                                        .isBefore(rules.period().span().lastDay(effective, HolidayCalendar.NONE)))
                                .isPresent()
                ? EnumSet.of(Flag.WARN_DATA_ACT_25_2_G)
                : EnumSet.noneOf(Flag.class);
    }
}
