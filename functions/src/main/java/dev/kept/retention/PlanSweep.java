package dev.kept.retention;

import dev.kept.http.Json;
import dev.kept.person.DueRecords;
import dev.kept.policy.Policy;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Finds out what is due on the day of a sweep, by the index and not by what is stored, and what of it is too much to go
 * without anybody's approval: more than 10,000 records, or more than one in twenty of a category (LAW 8.5).
 */
public final class PlanSweep {
    /** More than this go only when somebody has approved it. */
    static final int MOST = 10_000;
    /** Fewer than this are never one in twenty of anything worth asking about. */
    static final int FEWEST = 100;
    /** One record in so many may go. */
    static final int SHARE = 20;

    /** How far a schedule's clock may be ahead of this one. */
    private static final Duration AHEAD = Duration.ofMinutes(5);

    private final Policy policy;
    private final DueRecords due;
    private final Sweeps sweeps;
    private final RuleBook rules;
    private final List<String> systems;
    private final Clock clock;

    /**
     * @param systems the ids of the connected systems that know how old their records are
     */
    public PlanSweep(Policy policy, List<String> systems, DueRecords due, Sweeps sweeps, RuleBook rules, Clock clock) {
        this.policy = policy;
        this.systems = systems;
        this.due = due;
        this.sweeps = sweeps;
        this.rules = rules;
        this.clock = clock;
    }

    /**
     * What a sweep is about to do.
     *
     * @param busy whether the sweep of another day is at work
     * @param shards those that have anything that may go
     * @param systems the connected systems that know how old their records are
     */
    record Planned(boolean busy, List<Integer> shards, List<String> systems) {}

    /**
     * Plans.
     *
     * @param sweep the name of the workflow's execution
     * @throws StartSweep.DayToCome when that day has not come
     */
    Planned plan(LocalDate day, String sweep) {
        if (day.isAfter(LocalDate.ofInstant(clock.instant().plus(AHEAD), policy.zone()))) {
            throw new StartSweep.DayToCome();
        }
        if (!sweeps.take(sweep, day, clock.instant())) {
            return new Planned(true, List.of(), List.of());
        }
        // before it is looked what is due: a rule that is taken into use moves days
        var changes = rules.waiting(day);
        var from = from(day);
        var counts = new TreeMap<String, Integer>();
        var shards = new TreeMap<Integer, TreeSet<String>>();
        for (var last = from; last.isBefore(day); last = last.plusDays(1)) {
            for (var shard = 0; shard < DueRecords.shards(); shard++) {
                var found = due.counts(last, shard);
                found.forEach((category, count) -> counts.merge(category, count, Integer::sum));
                if (!found.isEmpty()) {
                    shards.computeIfAbsent(shard, made -> new TreeSet<>()).addAll(found.keySet());
                }
            }
        }
        var waiting = new TreeMap<String, Integer>();
        counts.forEach((category, count) -> {
            if (!changes.containsKey(category)
                    && isTooMuch(category, count)
                    && sweeps.approved(day, category) < count) {
                waiting.put(category, count);
            }
        });
        var tree = new LinkedHashMap<String, Object>();
        tree.put(SweptDay.STATE, SweptDay.PURGING);
        tree.put(SweptDay.FROM, from.toString());
        tree.put(SweptDay.DUE, counts);
        tree.put(SweptDay.WAITING, waiting);
        var moves = new TreeMap<String, Object>();
        changes.forEach((category, change) -> moves.put(category, change.toMap()));
        tree.put(SweptDay.RULES, moves);
        tree.put(SweptDay.SHARDS, List.copyOf(shards.keySet()));
        tree.put(SweptDay.BEGAN, clock.instant().toString());
        sweeps.put(day, tree);
        var going = shards.entrySet().stream()
                .filter(shard -> shard.getValue().stream()
                        .anyMatch(category -> !waiting.containsKey(category) && !changes.containsKey(category)))
                .map(Map.Entry::getKey)
                .toList();
        return new Planned(false, going, systems);
    }

    /** The first day of which anything may be left: the last sweep said so, or whoever has counted everything since. */
    private LocalDate from(LocalDate day) {
        var counted = sweeps.calendar()
                .map(tree -> LocalDate.parse(Json.string(tree, CountDue.EARLIEST)))
                .filter(earliest -> earliest.isBefore(day))
                .orElse(day);
        return sweeps.since()
                .or(due::earliest)
                .filter(since -> since.isBefore(counted))
                .orElse(counted);
    }

    /** Whether so many of a category are too much to go unasked, where it is known how many there are. */
    static boolean isTooMuch(int count, int all) {
        return count > MOST || (count >= FEWEST && (long) count * SHARE > all);
    }

    private boolean isTooMuch(String category, int count) {
        return count > MOST || (count >= FEWEST && !due.areAtLeast(category, count * SHARE));
    }
}
