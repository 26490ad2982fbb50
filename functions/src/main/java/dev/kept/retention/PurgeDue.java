package dev.kept.retention;

import dev.kept.hold.Hold;
import dev.kept.hold.Holds;
import dev.kept.http.Json;
import dev.kept.ledger.Purges;
import dev.kept.person.DateRecords;
import dev.kept.person.DueRecords;
import dev.kept.person.Ids;
import dev.kept.person.People;
import dev.kept.request.Board;
import dev.kept.retention.Precedence.Fate;
import dev.kept.retention.Precedence.Situation;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
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
    private final SideBySide side = new SideBySide();

    /** What keeps records back. */
    public record Reasons(Holds holds, Board board) {}

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
        var waiting = new TreeSet<>(Json.child(plan, SweptDay.WAITING).keySet());
        waiting.addAll(Json.child(plan, SweptDay.RULES).keySet());
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
        var wanted = Set.copyOf(batch.keys());
        var keeps = Keeps.of(reasons);
        var people = wanted.stream().map(DueRecords.Key::personId).distinct().toList();
        Map<String, DueRecords.Whole> found = new ConcurrentHashMap<>();
        side.each(people, person -> found.put(person, whole(person)));
        var judged = new EnumMap<Fate, List<DueRecords.Due>>(Fate.class);
        found.forEach((person, whole) -> whole.due().stream()
                .filter(record -> wanted.contains(record.key()))
                .forEach(record -> judged.computeIfAbsent(
                                keeps.fate(day, person, whole, record), made -> new ArrayList<>())
                        .add(record)));
        side.each(DueRecords.lots(judged.getOrDefault(Fate.GOES, List.of())), due::delete);
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
        side.each(ended(found, gone), person -> this.people.retire(person, "sweep." + day));
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

    /** All of a person, with the days that follow from what has happened to her: whoever noted it may have died before. */
    private DueRecords.Whole whole(String person) {
        var whole = due.whole(person);
        return whole.dated() && dates.settle(person) > 0 ? due.whole(person) : whole;
    }

    /** The people of whom nothing is in use any more. */
    private static List<String> ended(Map<String, DueRecords.Whole> found, List<DueRecords.Key> gone) {
        var byPerson = gone.stream()
                .collect(Collectors.groupingBy(
                        DueRecords.Key::personId, Collectors.mapping(DueRecords.Key::recordId, Collectors.toSet())));
        return byPerson.entrySet().stream()
                .filter(one -> {
                    var whole = found.get(one.getKey());
                    return whole == null || one.getValue().containsAll(whole.inUse());
                })
                .map(Map.Entry::getKey)
                .toList();
    }

    /** What keeps records at this moment, read once for many people. */
    private record Keeps(Map<String, List<Hold>> holds, Set<String> awaited) {
        static Keeps of(Reasons reasons) {
            var awaited = reasons.board()
                    .open()
                    .filter(request -> Precedence.needs(request.kind()))
                    .flatMap(request -> request.personId().stream())
                    .collect(Collectors.toSet());
            return new Keeps(reasons.holds().everywhere(), awaited);
        }

        Fate fate(LocalDate day, String person, DueRecords.Whole whole, DueRecords.Due record) {
            var held = holds.getOrDefault(person, List.of()).stream()
                    .anyMatch((Hold hold) -> hold.covers(record.category()));
            return Precedence.of(
                    new Situation(record.lastDay().isBefore(day), held, whole.restricted(), awaited.contains(person)));
        }
    }
}
