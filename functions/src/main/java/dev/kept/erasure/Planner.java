package dev.kept.erasure;

import dev.kept.hold.Hold;
import dev.kept.hold.Holds;
import dev.kept.policy.Category;
import dev.kept.policy.KeyClass;
import dev.kept.policy.Policy;
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
import org.jspecify.annotations.Nullable;

/**
 * Finds out what an erasure would do: what each system holds, and what becomes of each category by the policy, the law and
 * the legal holds in force. Touches nothing, so it serves as a rehearsal too.
 */
public final class Planner {
    /** Why a category stays: the law says so (GDPR art. 17(3)(b)). */
    public static final String LEGAL_OBLIGATION = "LEGAL_OBLIGATION";
    /** Why a category stays: a legal hold covers it (GDPR art. 17(3)(e)). */
    public static final String LEGAL_HOLD = "LEGAL_HOLD";

    private final Policy policy;
    private final Systems systems;
    private final Holds holds;
    private final Clock clock;

    public Planner(Policy policy, Systems systems, Holds holds, Clock clock) {
        this.policy = policy;
        this.systems = systems;
        this.holds = holds;
        this.clock = clock;
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
        return (category, since) ->
                categories.contains(category) && line(category, since, over).treatment() == Treatment.ERASE;
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
        var hold = over.stream().filter(one -> one.covers(name)).max(Comparator.comparing(Hold::reviewBy));
        if (hold.isPresent()) {
            return new PlanLine(
                    name, Treatment.HOLD, 0, Optional.of(LEGAL_HOLD), Optional.empty(), hold.map(Hold::reviewBy));
        }
        var category = policy.category(name);
        return keptUntil(category, since)
                .map(until -> new PlanLine(
                        name,
                        Treatment.ARCHIVE,
                        0,
                        Optional.of(LEGAL_OBLIGATION),
                        Optional.ofNullable(law(category)),
                        Optional.of(until)))
                .orElseGet(() ->
                        new PlanLine(name, Treatment.ERASE, 0, Optional.empty(), Optional.empty(), Optional.empty()));
    }

    /** The last day on which the law makes the organisation keep a record made then; empty where no law does. */
    private Optional<LocalDate> keptUntil(Category category, Optional<Instant> since) {
        var today = LocalDate.ofInstant(clock.instant(), policy.zone());
        var made = since.map(instant -> LocalDate.ofInstant(instant, policy.zone()))
                .orElse(today);
        var retention = category.retention();
        var archive = retention.archive();
        if (archive != null) {
            return Optional.of(archive.until(made, today, policy.fiscalYearEnd()))
                    .filter(until -> !until.isBefore(today));
        }
        if (category.keyClass() == KeyClass.LEGAL && retention.law() != null) {
            // the end of the account, of the contract or of the consent is the erasure itself
            return Optional.of(retention
                            .dueAtCollection(made, policy.fiscalYearEnd())
                            .orElseGet(() -> retention.dueAfter(today)))
                    .filter(until -> !until.isBefore(today));
        }
        return Optional.empty();
    }

    private static @Nullable String law(Category category) {
        var archive = category.retention().archive();
        return archive == null ? category.retention().law() : archive.law();
    }
}
