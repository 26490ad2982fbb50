package dev.kept.retention;

import dev.kept.hold.Hold;
import dev.kept.hold.Holds;
import dev.kept.http.Json;
import dev.kept.ledger.Purges;
import dev.kept.person.DateRecords;
import dev.kept.person.DueRecords;
import dev.kept.person.Ids;
import dev.kept.person.People;
import dev.kept.person.Restrictions;
import dev.kept.request.Board;
import dev.kept.retention.Precedence.Fate;
import dev.kept.retention.Precedence.Situation;
import dev.kept.system.Subject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Purges what is due of one shard, batch by batch: written down first, judged person by person, deleted only while its day is
 * still the one that was read, read again, attested. Whoever goes on after a death finishes what was begun.
 */
public final class PurgeDue {
    /** How many records a batch has at most: their ids have to fit into one item. */
    private static final int BATCH = 1_000;

    /** A function lives for a quarter of an hour; a batch is done well within the rest. */
    private static final Duration LONGEST = Duration.ofMinutes(8);

    private final DueRecords due;
    private final DateRecords dates;
    private final People people;
    private final Reasons reasons;
    private final Sweeps sweeps;
    private final Purges purges;
    private final Ids ids;
    private final Clock clock;

    /** What keeps records back. */
    public record Reasons(Holds holds, Restrictions restrictions, Board board) {}

    public PurgeDue(
            DueRecords due,
            DateRecords dates,
            People people,
            Reasons reasons,
            Sweeps sweeps,
            Purges purges,
            Ids ids,
            Clock clock) {
        this.due = due;
        this.dates = dates;
        this.people = people;
        this.reasons = reasons;
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
    boolean purge(LocalDate day, int shard) {
        var plan = sweeps.of(day).orElseThrow();
        var waiting = Json.child(plan, SweptDay.WAITING).keySet();
        return purge(
                day,
                LocalDate.parse(Json.string(plan, SweptDay.FROM)),
                shard,
                waiting,
                clock.instant().plus(LONGEST));
    }

    private boolean purge(LocalDate day, LocalDate from, int shard, Set<String> waiting, Instant until) {
        for (var batch : sweeps.open(day, shard)) {
            finish(day, batch);
        }
        for (var last = from; last.isBefore(day); last = last.plusDays(1)) {
            var next = Optional.<DueRecords.Next>empty();
            do {
                if (!clock.instant().isBefore(until)) {
                    return true;
                }
                sweeps.beat(day, clock.instant());
                var page = due.page(last, shard, next, BATCH);
                var going = page.keys().stream()
                        .filter(key -> !waiting.contains(key.category()))
                        .toList();
                // the index lags: what is gone or has got another day is none of it
                var there = due.read(going).stream()
                        .filter(record -> record.lastDay().isBefore(day))
                        .map(DueRecords.Due::key)
                        .toList();
                if (!there.isEmpty()) {
                    var batch = new Sweeps.Batch(shard, ids.next(), there);
                    sweeps.begin(day, batch);
                    finish(day, batch);
                }
                next = page.next();
            } while (next.isPresent());
        }
        return false;
    }

    private void finish(LocalDate day, Sweeps.Batch batch) {
        var persons = batch.keys().stream().map(DueRecords.Key::personId).collect(Collectors.toSet());
        // an event that moves a day may have died before it had moved all of them
        persons.forEach(dates::settle);
        var judged = judge(day, due.read(batch.keys()));
        due.delete(judged.getOrDefault(Fate.GOES, List.of()));
        var kept = new TreeMap<String, Integer>();
        judged.forEach((fate, records) -> {
            if (fate != Fate.GOES && fate != Fate.STAYS) {
                records.forEach(record -> {
                    due.lookAgain(record, day.plusDays(fate.again() - 1L));
                    kept.merge(fate.name() + "/" + record.category(), 1, Integer::sum);
                });
            }
        });
        var left = new HashSet<>(due.left(batch.keys()));
        var gone = batch.keys().stream().filter(key -> !left.contains(key)).toList();
        var purged = new TreeMap<String, Integer>();
        gone.forEach(key -> purged.merge(key.category(), 1, Integer::sum));
        gone.stream().map(DueRecords.Key::personId).distinct().forEach(person -> people.retire(person, "sweep." + day));
        var tree = new LinkedHashMap<String, Object>();
        tree.put(SweptDay.PURGED, purged);
        tree.put(SweptDay.KEPT, kept);
        if (!gone.isEmpty()) {
            tree.put(
                    Sweeps.ENTRY,
                    purges.attest(
                            day,
                            batch.name(),
                            purged,
                            gone.stream().map(DueRecords.Key::recordId).toList()));
        }
        sweeps.done(day, batch, tree);
    }

    private Map<Fate, List<DueRecords.Due>> judge(LocalDate day, List<DueRecords.Due> records) {
        var byPerson = records.stream()
                .collect(Collectors.groupingBy(record -> record.key().personId()));
        var judged = new HashMap<Fate, List<DueRecords.Due>>();
        byPerson.forEach((person, hers) -> {
            var holds = reasons.holds().over(new Subject(Optional.of(person), List.of(), List.of()));
            var restricted = !reasons.restrictions().of(person).isEmpty();
            var awaited = reasons.board().openOf(person).stream().anyMatch(request -> Precedence.needs(request.kind()));
            for (var record : hers) {
                var held = holds.stream().anyMatch((Hold hold) -> hold.covers(record.category()));
                var fate = Precedence.of(new Situation(record.lastDay().isBefore(day), held, restricted, awaited));
                judged.computeIfAbsent(fate, made -> new ArrayList<>()).add(record);
            }
        });
        return judged;
    }
}
