package dev.kept.erasure;

import dev.kept.hold.Holds;
import dev.kept.http.Json;
import dev.kept.ledger.Canonical;
import dev.kept.ledger.Entry;
import dev.kept.ledger.Ledger;
import dev.kept.ledger.Outcome;
import dev.kept.ledger.SystemOutcome;
import dev.kept.outcome.SystemMarks;
import dev.kept.policy.Policy;
import dev.kept.policy.RequestKind;
import dev.kept.request.Marks;
import dev.kept.request.RequestClosed;
import dev.kept.request.RequestFile;
import dev.kept.request.RequestState;
import dev.kept.request.Subjects;
import dev.kept.retention.CountPeople;
import dev.kept.system.ConnectedSystem;
import dev.kept.system.HandAwaited;
import dev.kept.system.Subject;
import dev.kept.system.SystemUnavailable;
import dev.kept.system.SystemUnfinished;
import dev.kept.system.Systems;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Erases from one connected system what two people have approved, or the policy has promised, and reads it again: only what a reading no longer finds
 * is called erased. What a hold has come over since stays. Done twice it is done once.
 */
public final class EraseFromSystem {
    /** How many records go in one call of a function, which leaves it time enough for slow systems. */
    static final int AT_MOST = 10_000;
    /** The mark that a system has come to hold more than was approved. */
    static final String VOID = "void";

    private final Policy policy;
    private final RequestFile file;
    private final Subjects subjects;
    private final Systems systems;
    private final Planner planner;
    private final Holds holds;
    private final OweErasure owed;
    private final CountPeople anonymise;
    private final Approvals approvals;
    private final Marks marks;
    private final Ledger ledger;
    private final Clock clock;

    public EraseFromSystem(
            Policy policy,
            RequestFile file,
            Subjects subjects,
            Systems systems,
            Planner planner,
            Holds holds,
            OweErasure owed,
            CountPeople anonymise,
            Approvals approvals,
            Marks marks,
            Ledger ledger,
            Clock clock) {
        this.policy = policy;
        this.file = file;
        this.subjects = subjects;
        this.systems = systems;
        this.planner = planner;
        this.holds = holds;
        this.owed = owed;
        this.anonymise = anonymise;
        this.approvals = approvals;
        this.marks = marks;
        this.ledger = ledger;
        this.clock = clock;
    }

    /**
     * How many records of that system are gone.
     *
     * @throws More when there is more to erase than goes into one call
     * @throws SystemUnavailable when it does not answer, or still shows what it was told to erase
     * @throws SystemUnfinished when it has accepted and is not done yet
     * @throws HandAwaited while nobody has said that it was done by hand
     */
    int erase(String requestId, String systemId, int round) {
        var request = file.requests().get(requestId);
        var state = request.state();
        if (state != RequestState.CARRYING_OUT && state != RequestState.ANSWERED) {
            throw new RequestClosed(requestId);
        }
        var approved = approvals.of(requestId, round).of(systemId);
        var subject = subjects.of(requestId);
        var system = systems.get(systemId);
        var now = planner.plan(system, subject);
        var found = found(requestId, systemId, round, now);
        if (request.kind() == RequestKind.DELETION && !approved.covers(now)) {
            marks.put(requestId, VOID + "#" + round + "#" + systemId, Map.of());
            return 0;
        }
        owed.erase(requestId, system, systemId.equals(systems.ownId()), subject, now.categories(Treatment.HOLD));
        if (system.isByHand()) {
            return byHand(requestId, system, subject, now);
        }
        anonymise.count(requestId, system, subject, now.categories(Treatment.ANONYMISE));
        erase(system, subject, now);
        var after = planner.plan(system, subject);
        if (!after.going().isEmpty()) {
            throw new SystemUnavailable(systemId, "it still shows what it was told to erase");
        }
        owe(requestId, subject, after);
        return done(requestId, systemId, found, after);
    }

    /** Only who has looked knows how many there were, and that there are none any more. */
    private int byHand(String requestId, ConnectedSystem system, Subject subject, SystemPlan now) {
        var gone = system.erase(subject, planner.going(subject, now.going().keySet()), AT_MOST)
                .gone();
        var after = now.rest();
        owe(requestId, subject, after);
        return done(requestId, system.id(), gone, after);
    }

    private void erase(ConnectedSystem system, Subject subject, SystemPlan now) {
        var categories = now.going().keySet();
        if (!categories.isEmpty()
                && system.erase(subject, planner.going(subject, categories), AT_MOST)
                        .more()) {
            throw new More(system.id());
        }
    }

    /** What there was when the erasure of this system began, however often its step is repeated, and in whatever round. */
    private Map<String, Integer> found(String requestId, String systemId, int round, SystemPlan now) {
        var name = "found#" + systemId + "#";
        var counts = new TreeMap<>(now.going());
        IntStream.rangeClosed(1, round)
                .mapToObj(earlier -> marks.find(requestId, name + earlier))
                .flatMap(Optional::stream)
                .forEach(known -> known.keySet()
                        .forEach(category -> counts.merge(category, Json.number(known, category), Math::max)));
        marks.put(requestId, name + round, new HashMap<>(counts));
        return counts;
    }

    /** Every hold that keeps something back is told for which request, so that its release carries this on. */
    private void owe(String requestId, Subject subject, SystemPlan after) {
        var held = after.categories(Treatment.HOLD);
        if (!held.isEmpty()) {
            holds.over(subject).stream()
                    .filter(hold -> held.stream().anyMatch(hold::covers))
                    .forEach(hold -> holds.owe(hold.id(), requestId));
        }
    }

    private int done(String requestId, String systemId, Map<String, Integer> found, SystemPlan after) {
        var gone = new TreeMap<>(found);
        after.categories(Treatment.HOLD).forEach(gone::remove);
        new SystemMarks(marks)
                .of(requestId, systemId).stream()
                        .filter(line -> line.outcome().isGone())
                        .forEach(line ->
                                line.found().forEach((category, count) -> gone.merge(category, count, Math::max)));
        var lines = new ArrayList<>(gone(systemId, gone));
        for (var stays : after.lines()) {
            lines.add(new SystemOutcome(
                    systemId,
                    Outcome.WITHHELD,
                    Map.of(stays.category(), stays.count()),
                    Map.of(stays.category(), stays.count()),
                    stays.reason(),
                    stays.until().map(this::end)));
        }
        if (lines.isEmpty()) {
            lines.add(new SystemOutcome(systemId, Outcome.NONE, Map.of()));
        }
        new SystemMarks(marks).put(requestId, systemId, lines);
        record(requestId, systemId, gone, lines);
        return gone.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** One line for what was erased, and one for what was counted before it was. */
    private List<SystemOutcome> gone(String systemId, Map<String, Integer> gone) {
        var byOutcome = new TreeMap<Outcome, Map<String, Integer>>();
        gone.forEach((category, count) -> byOutcome
                .computeIfAbsent(
                        policy.category(category).anonymisation() == null ? Outcome.ERASED : Outcome.ANONYMISED,
                        made -> new TreeMap<>())
                .put(category, count));
        var lines = new ArrayList<SystemOutcome>();
        byOutcome.forEach((outcome, found) -> {
            var left = new TreeMap<>(found);
            left.replaceAll((category, count) -> 0);
            lines.add(new SystemOutcome(systemId, outcome, found, left, Optional.empty(), Optional.empty()));
        });
        return lines;
    }

    /** The first instant at which a day is over. */
    private Instant end(LocalDate day) {
        return day.plusDays(1).atStartOfDay(policy.zone()).toInstant();
    }

    private void record(String requestId, String systemId, Map<String, Integer> gone, List<SystemOutcome> lines) {
        var withheld = new TreeMap<String, Integer>();
        lines.stream()
                .filter(line -> line.outcome() == Outcome.WITHHELD)
                .forEach(line ->
                        line.found().forEach((category, count) -> withheld.merge(category, count, Integer::sum)));
        var details = Map.<String, Object>of("system", systemId, "erased", gone, "left", 0, "withheld", withheld);
        // the same once more is one entry; what goes on the release of a hold is another
        var id = requestId + "/system-erased/" + systemId + "/"
                + Canonical.sha256(details).substring(0, 16);
        ledger.append(new Entry(id, clock.instant(), "system-erased", requestId, "kept", details));
    }

    /** There is more to erase than goes into one call: the workflow calls again. */
    public static final class More extends RuntimeException {
        private static final long serialVersionUID = 1;

        More(String system) {
            super("there is more to erase from " + system);
        }
    }
}
