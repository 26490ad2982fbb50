package dev.kept.erasure;

import dev.kept.hold.Hold;
import dev.kept.hold.Holds;
import dev.kept.policy.Policy;
import dev.kept.retention.Keeping;
import dev.kept.system.ConnectedSystem;
import dev.kept.system.Subject;
import dev.kept.system.SystemUnavailable;
import dev.kept.system.Systems;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds out what an erasure would do: what each system holds, and what becomes of each category by the policy, the law and
 * the legal holds in force. Touches nothing, so it serves as a rehearsal too.
 */
public final class Planner {
    /** Why a category stays: the law says so (GDPR art. 17(3)(b)). */
    public static final String LEGAL_OBLIGATION = "LEGAL_OBLIGATION";
    /** Why a category stays: a legal hold covers it (GDPR art. 17(3)(e)). */
    public static final String LEGAL_HOLD = "LEGAL_HOLD";

    private final Systems systems;
    private final Holds holds;
    private final Keeping keeping;
    private final Policy policy;
    private final Set<String> promotional;

    public Planner(Policy policy, Systems systems, Holds holds, Clock clock) {
        this.systems = systems;
        this.holds = holds;
        keeping = new Keeping(policy, clock);
        this.policy = policy;
        promotional = policy.promotionalCategories();
    }

    /** What would be done about a person in every system. */
    public ErasurePlan plan(String requestId, Subject subject, boolean contested) {
        var over = holds.over(subject);
        return new ErasurePlan(
                requestId,
                contested,
                systems.all().stream()
                        .map(system -> planOrSilence(system, subject, over))
                        .toList());
    }

    /**
     * What would be done in one.
     *
     * @throws SystemUnavailable when it does not answer
     */
    SystemPlan plan(ConnectedSystem system, Subject subject) {
        return plan(system, subject, holds.over(subject));
    }

    /** What goes of a person's data at this moment, record by record, of those categories. */
    ConnectedSystem.Selection going(Subject subject, Set<String> categories) {
        var over = holds.over(subject);
        return (category, since) -> categories.contains(category)
                && line(category, since, over).treatment().goes();
    }

    private SystemPlan planOrSilence(ConnectedSystem system, Subject subject, List<Hold> over) {
        try {
            return plan(system, subject, over);
        } catch (SystemUnavailable silent) {
            return new SystemPlan(system.id(), false, List.of());
        }
    }

    private SystemPlan plan(ConnectedSystem system, Subject subject, List<Hold> over) {
        var lines = new LinkedHashMap<PlanLine, Integer>();
        system.look(
                subject, (category, records, since) -> lines.merge(line(category, since, over), records, Integer::sum));
        var counted = new ArrayList<PlanLine>();
        lines.forEach((line, count) -> counted.add(line.of(count)));
        counted.sort(Comparator.comparing(PlanLine::category)
                .thenComparing(PlanLine::treatment)
                .thenComparing(line -> line.until().orElse(LocalDate.MAX)));
        return new SystemPlan(system.id(), true, List.copyOf(counted));
    }

    private PlanLine line(String name, Optional<Instant> since, List<Hold> over) {
        return keeping.of(name, since, over)
                .map(kept -> new PlanLine(
                        name,
                        kept.held() ? Treatment.HOLD : Treatment.ARCHIVE,
                        0,
                        Optional.of(kept.held() ? LEGAL_HOLD : LEGAL_OBLIGATION),
                        kept.law(),
                        Optional.of(kept.until())))
                .orElseGet(
                        () -> new PlanLine(name, going(name), 0, Optional.empty(), Optional.empty(), Optional.empty()));
    }

    private Treatment going(String category) {
        if (promotional.contains(category)) {
            return Treatment.SUPPRESS;
        }
        return policy.category(category).anonymisation() == null ? Treatment.ERASE : Treatment.ANONYMISE;
    }
}
