package dev.kept.retention;

import dev.kept.http.Json;
import dev.kept.ledger.Entry;
import dev.kept.ledger.Ledger;
import dev.kept.person.DueRecords;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

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
        var waiting =
                Json.list(tree, "waiting").stream().map(String::valueOf).collect(Collectors.toCollection(TreeSet::new));
        var earliest = day;
        for (var last = LocalDate.parse(Json.string(tree, "from")); last.isBefore(day); last = last.plusDays(1)) {
            for (var shard = 0; shard < DueRecords.shards(); shard++) {
                var left = due.counts(last, shard);
                if (!waiting.containsAll(left.keySet())) {
                    throw new StillDue();
                }
                if (!left.isEmpty() && last.isBefore(earliest)) {
                    earliest = last;
                }
            }
        }
        var sums = sweeps.sums(day);
        tree.put("due", due(Json.child(tree, "due"), sums));
        waiting.addAll(sums.getOrDefault("waiting", Map.of()).keySet());
        tree.put("waiting", waiting.stream().sorted().toList());
        tree.put("undated", sums.getOrDefault("undated", Map.of()));
        tree.put("state", waiting.isEmpty() ? "finished" : "waiting");
        tree.put("purged", sums.getOrDefault("purged", Map.of()));
        tree.put("kept", sums.getOrDefault("kept", Map.of()));
        tree.put("finishedAt", clock.instant().toString());
        sweeps.put(day, tree);
        ledger.append(new Entry(
                "sweep." + day + "/finished",
                clock.instant(),
                "sweep-finished",
                "sweep." + day,
                "kept",
                Map.of(
                        "due", new TreeMap<>(Json.child(tree, "due")),
                        "purged", sums.getOrDefault("purged", Map.of()),
                        "kept", sums.getOrDefault("kept", Map.of()),
                        "waiting", waiting.stream().sorted().toList())));
        sweeps.finished(earliest);
        sweeps.leave(day);
        return !waiting.isEmpty();
    }

    /** What was due: the records that were counted by the index, and of everything else what was found. */
    private static Map<String, Integer> due(Map<String, Object> planned, Map<String, Map<String, Integer>> sums) {
        var due = new TreeMap<String, Integer>();
        sums.getOrDefault("purged", Map.of()).forEach((name, count) -> due.merge(name, count, Integer::sum));
        sums.getOrDefault("waiting", Map.of()).forEach((name, count) -> due.merge(name, count, Integer::sum));
        sums.getOrDefault("kept", Map.of())
                .forEach((name, count) -> due.merge(name.substring(name.indexOf('/') + 1), count, Integer::sum));
        planned.keySet().forEach(category -> due.put(category, Json.number(planned, category)));
        return due;
    }

    /** The index still shows what has gone, or something has become due in between. */
    public static final class StillDue extends RuntimeException {
        private static final long serialVersionUID = 1;

        StillDue() {
            super("something of the days before is still due");
        }
    }
}
