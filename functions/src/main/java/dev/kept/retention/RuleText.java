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
        var parts = text.split(" ", -1);
        var last = parts[parts.length - 1];
        var year = last.startsWith("--") ? MonthDay.parse(last) : otherwise;
        return new Lifetimes(year)
                .of(category.with(rule(text, category)), facts)
                .lastDay();
    }

    /** A rule in words, such as "6 months after collection"; nothing for none. */
    static String describe(String text, Category category, String language) {
        if (text.isEmpty()) {
            return "";
        }
        var rule = rule(text, category);
        var archive = rule.archive();
        return archive == null
                ? rule.describe(language)
                : rule.describe(language) + "; "
                        + new Retention(archive.event(), archive.period(), rule.reason(), null, null)
                                .describe(language);
    }

    private static Retention rule(String text, Category category) {
        var parts = text.split(", ", -1);
        var active = parts[0].split(" ", -1);
        var reason = category.retention().reason();
        Archive archive = null;
        if (parts.length > 1) {
            var archived = parts[1].split(" ", -1);
            archive = new Archive(event(archived[0]), Period.parse(archived[1]), reason, "");
        }
        return new Retention(event(active[0]), Period.parse(active[1]), reason, null, archive);
    }

    private static StartEvent event(String name) {
        return StartEvent.valueOf(name.toUpperCase(Locale.ROOT));
    }
}
