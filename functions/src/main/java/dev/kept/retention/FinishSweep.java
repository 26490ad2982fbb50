package dev.kept.retention;

import dev.kept.http.Json;
import dev.kept.ledger.Entry;
import dev.kept.ledger.Ledger;
import dev.kept.person.DueRecords;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.logging.log4j.LogManager;

/** Ends a sweep: reads again that nothing is due any more but what waits for an approval, and adds up what was done. */
public final class FinishSweep {
    private final DueRecords due;
    private final Sweeps sweeps;
    private final Ledger ledger;
    private final Clock clock;

    public FinishSweep(DueRecords due, Sweeps sweeps, Ledger ledger, Clock clock) {
        this.due = due;
        this.sweeps = sweeps;
        this.ledger = ledger;
        this.clock = clock;
    }

    /**
     * Whether anything waits for an approval.
     *
     * @throws StillDue while the index shows what should have gone; it lags, so the workflow asks again
     */
    boolean finish(LocalDate day) {
        var tree = new LinkedHashMap<>(sweeps.of(day).orElseThrow());
        var rules = Json.child(tree, SweptDay.RULES);
        var waits = new TreeSet<>(Json.child(tree, SweptDay.WAITING).keySet());
        waits.addAll(rules.keySet());
        var shards = Json.list(tree, SweptDay.SHARDS).stream()
                .map(shard -> ((Number) shard).intValue())
                .toList();
        var waiting = new TreeMap<String, Integer>();
        var earliest = day;
        for (var last = LocalDate.parse(Json.string(tree, SweptDay.FROM));
                last.isBefore(day);
                last = last.plusDays(1)) {
            for (var shard : shards) {
                var left = due.counts(last, shard);
                if (!waits.containsAll(left.keySet())) {
                    throw new StillDue();
                }
                // by a rule that is not in use yet nothing is due
                left.forEach((category, count) -> {
                    if (!rules.containsKey(category)) {
                        waiting.merge(category, count, Integer::sum);
                    }
                });
                if (!left.isEmpty() && last.isBefore(earliest)) {
                    earliest = last;
                }
            }
        }
        var sums = sweeps.sums(day);
        var purged = sums.getOrDefault(SweptDay.PURGED, Map.of());
        var kept = sums.getOrDefault(SweptDay.KEPT, Map.of());
        waiting.putAll(sums.getOrDefault(SweptDay.WAITING, Map.of()));
        var all = new TreeMap<>(purged);
        waiting.forEach((category, count) -> all.merge(category, count, Integer::sum));
        kept.forEach((name, count) -> all.merge(SweptDay.category(name), count, Integer::sum));
        tree.put(SweptDay.DUE, all);
        tree.put(SweptDay.WAITING, waiting);
        tree.put(SweptDay.UNDATED, sums.getOrDefault(SweptDay.UNDATED, Map.of()));
        var isDone = waiting.isEmpty() && rules.isEmpty();
        tree.put(SweptDay.STATE, isDone ? SweptDay.FINISHED : SweptDay.WAITING);
        tree.put(SweptDay.PURGED, purged);
        tree.put(SweptDay.KEPT, kept);
        tree.put(SweptDay.ENDED, clock.instant().toString());
        tree.remove(SweptDay.ERROR);
        sweeps.put(day, tree);
        ledger.append(new Entry(
                // what was approved later ends the day once more
                "sweep." + day + "/finished." + Json.string(tree, SweptDay.BEGAN),
                clock.instant(),
                "sweep-finished",
                "sweep." + day,
                "kept",
                Map.of(
                        SweptDay.DUE, all,
                        SweptDay.PURGED, purged,
                        SweptDay.KEPT, kept,
                        SweptDay.WAITING, waiting,
                        SweptDay.RULES, List.copyOf(rules.keySet()))));
        if (!isDone) {
            LogManager.getLogger(FinishSweep.class).error("sweep-waits categories={}", waits.size());
        }
        sweeps.finished(earliest);
        sweeps.leave(day);
        return !isDone;
    }

    /** The index still shows what has gone, or something has become due in between. */
    public static final class StillDue extends RuntimeException {
        private static final long serialVersionUID = 1;

        StillDue() {
            super("something of the days before is still due");
        }
    }
}
