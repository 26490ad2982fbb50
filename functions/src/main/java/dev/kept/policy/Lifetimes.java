package dev.kept.policy;

import dev.kept.clock.Step;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Says how long a record is kept, by its category's rule and what has happened. A period is added to the day of its event as
 * the calendar has it: a month that has no such day ends it on its last (Reg. 1182/71 art. 3(2)(c)).
 */
public final class Lifetimes {
    private final MonthDay fiscalYearEnd;

    public Lifetimes(MonthDay fiscalYearEnd) {
        this.fiscalYearEnd = fiscalYearEnd;
    }

    /** How long a record of a category is kept. */
    public Lifetime of(Category category, Facts facts) {
        var rule = category.retention();
        var steps = new ArrayList<Step>();
        var active = last(rule.event(), rule.period(), rule.law(), facts, steps);
        var archive = rule.archive();
        if (archive == null || active.isEmpty()) {
            return new Lifetime(active, Optional.empty(), List.copyOf(steps));
        }
        return new Lifetime(active, archived(archive, facts, active.get(), steps), List.copyOf(steps));
    }

    /**
     * The last day in the archive of a record whose use ends.
     *
     * @param ended the last day of its use, from which the period runs where its own event is not known
     */
    private Optional<LocalDate> archived(Archive archive, Facts facts, LocalDate ended, List<Step> steps) {
        var known = day(archive.event(), facts).isPresent() ? facts : facts.with(archive.event(), ended);
        return last(archive.event(), archive.period(), archive.law(), known, steps);
    }

    private Optional<LocalDate> last(
            StartEvent event, Period period, @Nullable String law, Facts facts, List<Step> steps) {
        var day = day(event, facts);
        if (day.isEmpty()) {
            steps.add(step(
                    event == StartEvent.NEVER ? "kept without an end" : event.describe("en") + " has yet to come",
                    event == StartEvent.NEVER ? "gardé sans limite" : event.describe("fr") + " : pas encore",
                    law));
            return Optional.empty();
        }
        var last = day.get().plus(period);
        steps.add(step(
                event.describe("en") + ": " + day.get() + plus(period, last, false),
                event.describe("fr") + " : " + day.get() + plus(period, last, true),
                law));
        return Optional.of(last);
    }

    private static String plus(Period period, LocalDate last, boolean french) {
        return period.isZero() ? "" : " + " + PeriodWords.say(period, french) + " → " + last;
    }

    /** The day from which a period runs. */
    private Optional<LocalDate> day(StartEvent event, Facts facts) {
        return event == StartEvent.FISCAL_YEAR_END
                ? facts.on(StartEvent.COLLECTION).map(this::closeOfFiscalYear)
                : facts.on(event);
    }

    private LocalDate closeOfFiscalYear(LocalDate day) {
        var close = fiscalYearEnd.atYear(day.getYear());
        return close.isBefore(day) ? fiscalYearEnd.atYear(day.getYear() + 1) : close;
    }

    private static Step step(String english, String french, @Nullable String law) {
        return law == null
                ? new Step(english, french)
                : new Step(english + " (" + law + ")", french + " (" + law + ")");
    }
}
