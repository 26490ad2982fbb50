package dev.kept.retention;

import dev.kept.hold.Hold;
import dev.kept.hold.Holds;
import dev.kept.ledger.Purges;
import dev.kept.person.Identifiers;
import dev.kept.person.Ids;
import dev.kept.person.Restrictions;
import dev.kept.policy.Facts;
import dev.kept.policy.Lifetimes;
import dev.kept.policy.Policy;
import dev.kept.policy.StartEvent;
import dev.kept.request.Board;
import dev.kept.retention.Precedence.Fate;
import dev.kept.retention.Precedence.Situation;
import dev.kept.system.AgedSystem;
import dev.kept.system.Place;
import dev.kept.system.Systems;
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
import java.util.Set;
import java.util.TreeMap;

/**
 * Purges what a connected system holds beyond its time, whoever's it is, by what the record itself says of its age. Only
 * rules that run from the collection can be counted so; whatever ends with an account goes with the account's end.
 */
public final class PurgeSystem {
    /** How many records a lot has at most: what proves them has to fit into one item. */
    private static final int LOT = 3_000;

    /** A function lives for a quarter of an hour; a lot is done well within the rest. */
    private static final Duration LONGEST = Duration.ofMinutes(8);

    private final Policy policy;
    private final Lifetimes lifetimes;
    private final Systems systems;
    private final Reasons reasons;
    private final Sweeps sweeps;
    private final LotProof proof;
    private final Purges purges;
    private final Ids ids;
    private final Clock clock;

    /** What keeps records back, and who has them. */
    public record Reasons(Holds holds, Restrictions restrictions, Board board, Identifiers identifiers) {}

    public PurgeSystem(
            Policy policy,
            Systems systems,
            Reasons reasons,
            Sweeps sweeps,
            LotProof proof,
            Purges purges,
            Ids ids,
            Clock clock) {
        this.policy = policy;
        lifetimes = new Lifetimes(policy.fiscalYearEnd());
        this.systems = systems;
        this.reasons = reasons;
        this.sweeps = sweeps;
        this.proof = proof;
        this.purges = purges;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Works until there is no more, or for as long as one call of a function may take.
     *
     * @param day the day that is swept: what has its last day before it is due
     * @return whether there is more
     * @throws dev.kept.system.SystemUnavailable when the system does not answer
     */
    boolean purge(LocalDate day, String systemId) {
        var system = systems.aged().stream()
                .filter(one -> one.id().equals(systemId))
                .findFirst()
                .orElseThrow();
        var until = clock.instant().plus(LONGEST);
        for (var lot : sweeps.open(day, systemId + ".")) {
            finish(day, system, lot);
        }
        while (clock.instant().isBefore(until)) {
            sweeps.beat(day, clock.instant());
            var look = look(system, day, sweeps.rulesOf(day));
            sweeps.done(day, systemId, look.tree());
            if (look.going().isEmpty()) {
                return false;
            }
            var name = systemId + "." + ids.next();
            var lot = new Sweeps.Lot(name, proof.of(name).leaves(look.going()));
            sweeps.begin(day, lot);
            finish(day, system, lot);
        }
        return true;
    }

    /** What a system shows of a record. */
    record Seen(String place, String category, Instant made) {}

    /**
     * What was found.
     *
     * @param going some of those that go
     * @param tree what is told of the rest, by counts
     */
    private record Look(List<Seen> going, Map<String, Object> tree) {}

    private Look look(AgedSystem system, LocalDate day, Set<String> unused) {
        var all = new HashMap<String, Integer>();
        var over = new ArrayList<Seen>();
        var undated = system.ages((place, category, made) -> {
            all.merge(category, 1, Integer::sum);
            // by a rule that is not in use yet nothing goes
            if (!unused.contains(category) && isOver(category, made, day)) {
                over.add(new Seen(place, category, made));
            }
        });
        var due = new TreeMap<String, Integer>();
        over.forEach(record -> due.merge(record.category(), 1, Integer::sum));
        var waiting = new TreeMap<String, Integer>();
        due.forEach((category, count) -> {
            if (PlanSweep.isTooMuch(count, all.getOrDefault(category, 0))
                    && sweeps.approved(day, named(system, category)) < count) {
                waiting.put(named(system, category), count);
            }
        });
        var fates = new HashMap<String, Fate>();
        var kept = new TreeMap<String, Integer>();
        var going = new ArrayList<Seen>();
        for (var record : over) {
            var fate = fates.computeIfAbsent(
                    record.category() + "/" + record.place(),
                    place -> fate(new Place(system.id(), record.place()), record.category()));
            if (fate != Fate.GOES) {
                kept.merge(fate.name() + "/" + named(system, record.category()), 1, Integer::sum);
            } else if (!waiting.containsKey(named(system, record.category())) && going.size() < LOT) {
                going.add(record);
            }
        }
        var tree = new LinkedHashMap<String, Object>();
        tree.put(SweptDay.KEPT, kept);
        tree.put(SweptDay.WAITING, waiting);
        if (undated > 0) {
            tree.put(SweptDay.UNDATED, Map.of(system.id(), undated));
        }
        return new Look(going, tree);
    }

    private static String named(AgedSystem system, String category) {
        return system.id() + "/" + category;
    }

    /** Whether a record's last day has passed, by a rule that runs from its collection. */
    private boolean isOver(String category, Instant made, LocalDate day) {
        var rule = policy.categories().get(category);
        var collected = new Facts(Map.of(StartEvent.COLLECTION, LocalDate.ofInstant(made, policy.zone())));
        return rule != null
                && lifetimes
                        .of(rule, collected)
                        .lastDay()
                        .filter(last -> last.isBefore(day))
                        .isPresent();
    }

    /** One question for each person and category, and not for each record. */
    private Fate fate(Place place, String category) {
        var held = reasons.holds().over(place).stream().anyMatch((Hold hold) -> hold.covers(category));
        var person = place.owner(policy).map(reasons.identifiers()::hash).flatMap(reasons.identifiers()::personOf);
        var restricted =
                person.filter(id -> !reasons.restrictions().of(id).isEmpty()).isPresent();
        var awaited = person.stream()
                .flatMap(id -> reasons.board().openOf(id).stream())
                .anyMatch(request -> Precedence.needs(request.kind()));
        return Precedence.of(new Situation(true, held, restricted, awaited));
    }

    private void finish(LocalDate day, AgedSystem system, Sweeps.Lot lot) {
        var of = proof.of(lot.name());
        var wanted = Set.copyOf(lot.leaves());
        Map<String, Fate> fates = new HashMap<>();
        Map<String, Integer> round;
        do {
            sweeps.beat(day, clock.instant());
            round = system.purge(
                    (place, category, made) -> wanted.contains(of.leaf(new Seen(place, category, made)))
                            && fates.computeIfAbsent(
                                            category + "/" + place,
                                            made2 -> fate(new Place(system.id(), place), category))
                                    == Fate.GOES,
                    LOT);
        } while (!round.isEmpty());
        var left = new HashSet<String>();
        system.ages((place, category, made) -> left.add(of.leaf(new Seen(place, category, made))));
        var gone = lot.leaves().stream().filter(leaf -> !left.contains(leaf)).toList();
        var purged = new TreeMap<String, Integer>();
        gone.forEach(leaf -> purged.merge(system.id() + "/" + LotProof.category(leaf), 1, Integer::sum));
        var tree = new LinkedHashMap<String, Object>();
        tree.put(SweptDay.PURGED, purged);
        if (!gone.isEmpty()) {
            tree.put(Sweeps.ENTRY, purges.attest(day, lot.name(), purged, gone));
        }
        sweeps.done(day, lot.name(), tree);
    }
}
