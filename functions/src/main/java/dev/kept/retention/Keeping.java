package dev.kept.retention;

import dev.kept.hold.Hold;
import dev.kept.policy.Category;
import dev.kept.policy.Facts;
import dev.kept.policy.KeyClass;
import dev.kept.policy.Lifetimes;
import dev.kept.policy.Policy;
import dev.kept.policy.StartEvent;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Why a record stays although its person is erased: a legal hold covers it, or the law makes the organisation keep it. */
public final class Keeping {
    private final Policy policy;
    private final Clock clock;

    public Keeping(Policy policy, Clock clock) {
        this.policy = policy;
        this.clock = clock;
    }

    /**
     * That a record stays.
     *
     * @param held whether under a hold
     * @param law which one, where one is named
     * @param until its last day, or when the hold is looked at again
     */
    public record Kept(boolean held, Optional<String> law, LocalDate until) {}

    /**
     * Whether a record stays at this moment.
     *
     * @param since when it was made, where that is known
     * @param over the holds over the person
     */
    public Optional<Kept> of(String name, Optional<Instant> since, List<Hold> over) {
        var hold = over.stream().filter(one -> one.covers(name)).max(Comparator.comparing(Hold::reviewBy));
        if (hold.isPresent()) {
            return hold.map(one -> new Kept(true, Optional.empty(), one.reviewBy()));
        }
        var category = policy.category(name);
        return keptUntil(category, since).map(until -> new Kept(false, law(category), until));
    }

    /** The last day on which the law makes the organisation keep a record made then; empty where no law does. */
    private Optional<LocalDate> keptUntil(Category category, Optional<Instant> since) {
        var today = LocalDate.ofInstant(clock.instant(), policy.zone());
        var made = since.map(instant -> LocalDate.ofInstant(instant, policy.zone()))
                .orElse(today);
        // an erasure ends the use of everything: what has not happened yet happens with it
        var facts = Facts.collected(made).ended(today).objected(today).with(StartEvent.REQUEST_ANSWERED, today);
        var lifetime = new Lifetimes(policy.fiscalYearEnd()).of(category, facts);
        var retention = category.retention();
        var isLaws = category.keyClass() == KeyClass.LEGAL && retention.law() != null;
        return (retention.archive() != null
                        ? lifetime.archived()
                        : isLaws ? lifetime.active() : Optional.<LocalDate>empty())
                .filter(until -> !until.isBefore(today));
    }

    private static Optional<String> law(Category category) {
        var archive = category.retention().archive();
        return Optional.ofNullable(archive == null ? category.retention().law() : archive.law());
    }
}
