package dev.kept.retention;

import dev.kept.policy.Archive;
import dev.kept.policy.Category;
import dev.kept.policy.Facts;
import dev.kept.policy.Lifetimes;
import dev.kept.policy.Policy;
import dev.kept.policy.Retention;
import dev.kept.policy.StartEvent;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.Period;
import java.util.Locale;
import java.util.Optional;

/**
 * How long a category is kept, as one line that can be compared and counted by: {@code COLLECTION P6M}, with an archive
 * {@code ACCOUNT_CLOSED P14D, FISCAL_YEAR_END P10Y}, and behind it the end of the fiscal year where a period runs from it, such as
 * {@code --12-31}.
 */
final class RuleText {
    private RuleText() {}

    /** The rule of a category of the policy. */
    static String of(Policy policy, Category category) {
        var rule = category.retention();
        var text = part(rule.event(), rule.period());
        var archive = rule.archive();
        if (archive != null) {
            text += ", " + part(archive.event(), archive.period());
        }
        return text.contains(StartEvent.FISCAL_YEAR_END.name()) ? text + " " + policy.fiscalYearEnd() : text;
    }

    private static String part(StartEvent event, Period period) {
        return event.name() + " " + period;
    }

    /** The last day of a record by a rule, whatever the policy says now. */
    static Optional<LocalDate> lastDay(String text, Category category, Facts facts, MonthDay otherwise) {
        var parts = text.split(", ", -1);
        var active = parts[0].split(" ", -1);
        var last = parts[parts.length - 1].split(" ", -1);
        var archived = parts.length == 1
                ? null
                : new Archive(
                        event(last[0]),
                        Period.parse(last[1]),
                        category.retention().reason(),
                        "");
        var rule = new Retention(
                event(active[0]), Period.parse(active[1]), category.retention().reason(), null, archived);
        var year = last.length > 2 ? MonthDay.parse(last[2]) : otherwise;
        return new Lifetimes(year).of(category.with(rule), facts).lastDay();
    }

    private static StartEvent event(String name) {
        return StartEvent.valueOf(name.toUpperCase(Locale.ROOT));
    }
}
