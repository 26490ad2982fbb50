package dev.kept.retention;

import dev.kept.person.DateRecords;
import dev.kept.policy.Facts;
import dev.kept.policy.Policy;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The rules that are in use, category by category. A rule of a new policy version that is another is rehearsed on every record
 * first, and taken into use once somebody has approved what it moves, or at once where it moves nothing; until then nothing of its
 * category goes by itself.
 */
public final class RuleBook {
    private final Policy policy;
    private final Sweeps sweeps;
    private final DateRecords dates;

    public RuleBook(Policy policy, Sweeps sweeps, DateRecords dates) {
        this.policy = policy;
        this.sweeps = sweeps;
        this.dates = dates;
    }

    /** Under what an approval of a rule is kept, which is no approval of what is due by it. */
    static String approval(String category) {
        return "new-rule." + category;
    }

    /** The rules that are not in use yet on a day, by category, once those that may be were taken into use. */
    Map<String, RuleChange> waiting(LocalDate day) {
        var changed = changed(day);
        var taken = new TreeSet<String>();
        changed.values().stream()
                .filter(change ->
                        change.count() == 0 || sweeps.approved(day, approval(change.category())) == change.count())
                .forEach(change -> taken.add(change.category()));
        if (changed.values().stream().anyMatch(change -> taken.contains(change.category()) && change.count() > 0)) {
            dates.settleAll();
        }
        taken.forEach(category -> sweeps.use(category, RuleText.of(policy, policy.category(category))));
        changed.keySet().removeAll(taken);
        return changed;
    }

    private Map<String, RuleChange> changed(LocalDate day) {
        var changes = new TreeMap<String, Count>();
        var inUse = sweeps.rules();
        policy.categories().forEach((name, category) -> {
            var wanted = RuleText.of(policy, category);
            if (!wanted.equals(inUse.get(name))) {
                changes.put(name, new Count(inUse.getOrDefault(name, ""), wanted));
            }
        });
        if (!changes.isEmpty()) {
            dates.each((category, facts, last) -> {
                var count = changes.get(category);
                if (count != null) {
                    count.add(day, before(count, category, facts, last), after(category, facts));
                }
            });
        }
        var changed = new TreeMap<String, RuleChange>();
        changes.forEach((name, count) -> changed.put(
                name, new RuleChange(name, count.inUse, count.wanted, count.sooner, count.later, count.atOnce)));
        return changed;
    }

    /** Where no rule is known, a record's own day tells. */
    private Optional<LocalDate> before(Count count, String category, Facts facts, Optional<LocalDate> last) {
        return count.inUse.isEmpty()
                ? last
                : RuleText.lastDay(count.inUse, policy.category(category), facts, policy.fiscalYearEnd());
    }

    private Optional<LocalDate> after(String category, Facts facts) {
        var declared = policy.category(category);
        return RuleText.lastDay(RuleText.of(policy, declared), declared, facts, policy.fiscalYearEnd());
    }

    private static final class Count {
        private final String inUse;
        private final String wanted;
        private int sooner;
        private int later;
        private int atOnce;

        Count(String inUse, String wanted) {
            this.inUse = inUse;
            this.wanted = wanted;
        }

        void add(LocalDate day, Optional<LocalDate> before, Optional<LocalDate> after) {
            var had = before.orElse(LocalDate.MAX);
            var gets = after.orElse(LocalDate.MAX);
            if (gets.isAfter(had)) {
                later++;
            } else if (gets.isBefore(had)) {
                if (gets.isBefore(day)) {
                    atOnce++;
                } else {
                    sooner++;
                }
            }
        }
    }
}
