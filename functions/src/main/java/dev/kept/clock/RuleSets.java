package dev.kept.clock;

import dev.kept.json.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** The law as data: every rule set that was, is or may come into force, read from {@code rule-sets.json}. */
public final class RuleSets {
    private static final String PROMISE = "PROMISE/";

    private final List<RuleSet> all;

    RuleSets(List<RuleSet> all) {
        this.all = List.copyOf(all);
    }

    /** Reads the rule sets that Kept ships. */
    public static RuleSets load() {
        try (var file = RuleSets.class.getResourceAsStream("rule-sets.json")) {
            if (file == null) {
                throw new IllegalStateException("rule-sets.json is missing from the package");
            }
            var rows = (List<?>) Objects.requireNonNull(Trees.read(file));
            var all = new ArrayList<RuleSet>();
            for (var row : rows) {
                all.add(RuleSet.of(Tree.of("rule-sets.json[" + all.size() + "]", row)));
            }
            return new RuleSets(all);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    Stream<RuleSet> all() {
        return all.stream();
    }

    /** What the law said on the day of receipt; nothing where a regime knows no such duty. */
    Optional<RuleSet> find(String regime, Duty duty, LocalDate day) {
        var known = all().filter(rules -> rules.regime().equals(regime)).toList();
        if (known.isEmpty()) {
            throw new IllegalArgumentException("Unknown regime " + regime + ": expected one of " + regimes());
        }
        var ofDuty = known.stream().filter(rules -> rules.duty() == duty).toList();
        var applying = ofDuty.stream().filter(rules -> rules.appliesOn(day)).findFirst();
        if (applying.isEmpty() && !ofDuty.isEmpty()) {
            throw new IllegalArgumentException("No rule set of " + regime + " for " + duty + " applies on " + day);
        }
        return applying;
    }

    /** What the law said on a day; nothing where it had no such duty then. */
    Optional<RuleSet> inForce(String regime, Duty duty, LocalDate day) {
        return all().filter(rules -> rules.regime().equals(regime) && rules.duty() == duty && rules.appliesOn(day))
                .findFirst();
    }

    /** The one that a stored explanation names, in force or not. */
    RuleSet withId(String id) {
        if (id.startsWith(PROMISE)) {
            return RuleSet.promise(Span.named(id.substring(PROMISE.length())));
        }
        return all().filter(rules -> rules.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Unknown rule set " + id));
    }

    /** Whether days can be counted by this calendar under at least one of these regimes. */
    boolean know(HolidayCalendar calendar, List<String> regimes) {
        return calendar.equals(HolidayCalendar.NONE)
                || all().anyMatch(rules -> regimes.contains(rules.regime())
                        && rules.lastDay().calendars().contains(calendar));
    }

    private List<String> regimes() {
        return all().map(RuleSet::regime).distinct().toList();
    }
}
