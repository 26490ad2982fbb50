package dev.kept.retention;

import dev.kept.hold.Holds;
import dev.kept.ledger.Purges;
import dev.kept.person.Ids;
import dev.kept.policy.Category;
import dev.kept.policy.Facts;
import dev.kept.policy.Lifetimes;
import dev.kept.policy.Policy;
import dev.kept.policy.StartEvent;
import dev.kept.request.ClosedRequests;
import dev.kept.request.ClosedRequests.Closed;
import dev.kept.request.Contents;
import dev.kept.system.Subject;
import dev.kept.task.Tasks;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Purges the files of requests whose time is over: their steps, their plans and who decided what, with the tasks that they
 * gave, and what was typed into them where it is still there. The ledger's entries and the receipts stay as proof.
 */
public final class PurgeRequests {
    static final String CATEGORY = "requests";
    /** What the names of its lots begin with. */
    private static final String LOTS = "requests.";

    private static final int LOT = 1_000;
    /** A request can be closed before its strict due, but not earlier than it was received: the longest time between. */
    private static final Duration LONGEST_TERM = Duration.ofDays(366);
    /** A function lives for a quarter of an hour; a lot is done well within the rest. */
    private static final Duration LONGEST = Duration.ofMinutes(8);

    private final Policy policy;
    private final Lifetimes lifetimes;
    private final ClosedRequests closed;
    private final Contents contents;
    private final Tasks tasks;
    private final Holds holds;
    private final Sweeps sweeps;
    private final Purges purges;
    private final Ids ids;
    private final Clock clock;

    public PurgeRequests(
            Policy policy,
            ClosedRequests closed,
            Contents contents,
            Tasks tasks,
            Holds holds,
            Sweeps sweeps,
            Purges purges,
            Ids ids,
            Clock clock) {
        this.policy = policy;
        lifetimes = new Lifetimes(policy.fiscalYearEnd());
        this.closed = closed;
        this.contents = contents;
        this.tasks = tasks;
        this.holds = holds;
        this.sweeps = sweeps;
        this.purges = purges;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Works until there is no more, or for as long as one call of a function may take.
     *
     * @param day the day that is swept: what has its last day before it is due
     * @return whether there is more
     */
    boolean purge(LocalDate day) {
        var until = clock.instant().plus(LONGEST);
        for (var lot : sweeps.open(day, LOTS)) {
            finish(day, lot);
        }
        while (clock.instant().isBefore(until)) {
            sweeps.beat(day, clock.instant());
            var over = over(day).collect(Collectors.partitioningBy(this::isHeld));
            var going = over.getOrDefault(false, List.of()).stream()
                    .map(one -> one.request().id())
                    .limit(LOT)
                    .toList();
            if (going.isEmpty()) {
                var held = over.getOrDefault(true, List.of()).size();
                sweeps.done(
                        day, CATEGORY, Map.of(SweptDay.KEPT, held == 0 ? Map.of() : Map.of("HELD/" + CATEGORY, held)));
                return false;
            }
            var lot = new Sweeps.Lot(LOTS + ids.next(), going);
            sweeps.begin(day, lot);
            finish(day, lot);
        }
        return true;
    }

    /** The closed requests whose time is over. */
    private Stream<Closed> over(LocalDate day) {
        var rule = policy.categories().get(CATEGORY);
        // by a rule that is not in use yet nothing goes
        if (rule == null || sweeps.rulesOf(day).contains(CATEGORY)) {
            return Stream.of();
        }
        var latest = day.minus(rule.retention().period())
                .atStartOfDay(policy.zone())
                .toInstant()
                .plus(LONGEST_TERM);
        return closed.dueUntil(latest).filter(one -> isOver(one, rule, day));
    }

    private boolean isOver(Closed one, Category rule, LocalDate day) {
        var facts = Facts.collected(day(one.request().received())).with(StartEvent.REQUEST_ANSWERED, day(one.at()));
        return lifetimes
                .of(rule, facts)
                .lastDay()
                .filter(last -> last.isBefore(day))
                .isPresent();
    }

    private LocalDate day(Instant moment) {
        return LocalDate.ofInstant(moment, policy.zone());
    }

    private boolean isHeld(Closed one) {
        return one.request().personId().isPresent()
                && holds.over(new Subject(one.request().personId(), List.of(), List.of())).stream()
                        .anyMatch(hold -> hold.covers(CATEGORY));
    }

    private void finish(LocalDate day, Sweeps.Lot lot) {
        var going = new HashSet<String>();
        for (var id : lot.leaves()) {
            // gone already where this was begun by somebody who died; held where a hold came in between
            var left = closed.find(id);
            if (left.isEmpty() || !isHeld(left.get())) {
                going.add(id);
            }
        }
        going.removeIf(id -> !closed.delete(id));
        going.forEach(contents::forget);
        tasks.deleteOf(going);
        var gone = lot.leaves().stream()
                .filter(id -> going.contains(id) && closed.isGone(id))
                .toList();
        var counts = Map.of(CATEGORY, gone.size());
        var tree = new LinkedHashMap<String, Object>();
        tree.put(SweptDay.PURGED, gone.isEmpty() ? Map.of() : counts);
        if (!gone.isEmpty()) {
            tree.put(Sweeps.ENTRY, purges.attest(day, lot.name(), counts, gone));
        }
        sweeps.done(day, lot.name(), tree);
    }
}
