package dev.kept.erasure;

import dev.kept.hold.Holds;
import dev.kept.http.Json;
import dev.kept.ledger.Canonical;
import dev.kept.ledger.Entry;
import dev.kept.ledger.Ledger;
import dev.kept.ledger.Outcome;
import dev.kept.ledger.SystemOutcome;
import dev.kept.outcome.SystemMarks;
import dev.kept.person.IdentifierHashes;
import dev.kept.policy.Policy;
import dev.kept.request.Marks;
import dev.kept.request.RequestClosed;
import dev.kept.request.RequestFile;
import dev.kept.request.RequestState;
import dev.kept.request.Subjects;
import dev.kept.retention.Erasures;
import dev.kept.retention.PuttingBack;
import dev.kept.system.ConnectedSystem;
import dev.kept.system.HandAwaited;
import dev.kept.system.Subject;
import dev.kept.system.SystemUnavailable;
import dev.kept.system.SystemUnfinished;
import dev.kept.system.Systems;
import dev.kept.task.OpenDecision;
import dev.kept.task.Tasks;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Erases from one connected system what two people have approved, and reads it again: only what a reading no longer finds
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
    private final Restores restores;
    private final Tasks tasks;
    private final Marks marks;
    private final Ledger ledger;
    private final Clock clock;

    /** What concerns copies that are restored. */
    public record Restores(Erasures erasures, PuttingBack puttingBack, IdentifierHashes hashes) {}

    public EraseFromSystem(
            Policy policy,
            RequestFile file,
            Subjects subjects,
            Systems systems,
            Planner planner,
            Holds holds,
            Restores restores,
            Tasks tasks,
            Marks marks,
            Ledger ledger,
            Clock clock) {
        this.policy = policy;
        this.file = file;
        this.subjects = subjects;
        this.systems = systems;
        this.planner = planner;
        this.holds = holds;
        this.restores = restores;
        this.tasks = tasks;
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
        var state = file.requests().get(requestId).state();
        if (state != RequestState.CARRYING_OUT && state != RequestState.ANSWERED) {
            throw new RequestClosed(requestId);
        }
        var approved = tasks.find(OpenDecision.taskId(requestId, round))
                .map(task -> ErasurePlan.of(task.plan()))
                .orElseThrow()
                .of(systemId);
        var subject = subjects.of(requestId);
        var system = systems.get(systemId);
        var now = planner.plan(system, subject);
        var found = found(requestId, systemId, round, now);
        if (!approved.covers(now)) {
            marks.put(requestId, VOID + "#" + round + "#" + systemId, Map.of());
            return 0;
        }
        owe(requestId, system, subject, now);
        if (system.isByHand()) {
            return byHand(requestId, system, subject, now);
        }
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
        var gone = system.erase(subject, planner.going(subject, now.categories(Treatment.ERASE)), AT_MOST)
                .gone();
        var after = now.without(Treatment.ERASE);
        owe(requestId, subject, after);
        return done(requestId, system.id(), gone, after);
    }

    private void erase(ConnectedSystem system, Subject subject, SystemPlan now) {
        var categories = now.categories(Treatment.ERASE);
        if (!categories.isEmpty()
                && system.erase(subject, planner.going(subject, categories), AT_MOST)
                        .more()) {
            throw new More(system.id());
        }
    }

    /**
     * Writes down what has to be erased again should a copy from before come back: every category but what a hold keeps,
     * were there nothing of it at this moment, since rows that were lost may be why. Then it looks whether such a copy is
     * being put back just now, which looks for what is written here.
     */
    private void owe(String requestId, ConnectedSystem system, Subject subject, SystemPlan now) {
        var own = system.id().equals(systems.ownId());
        var selectors = own
                ? subject.personIds()
                : system.places(subject).stream()
                        .map(place -> restores.hashes().ofPlace(system.id(), place))
                        .toList();
        var held = now.categories(Treatment.HOLD);
        var going = (own ? policy.categories().keySet() : categoriesOf(system))
                .stream().filter(category -> !held.contains(category)).toList();
        if (going.isEmpty() || selectors.isEmpty()) {
            return;
        }
        var at = clock.instant();
        restores.erasures().add(new Erasures.Erased(requestId + "/" + system.id(), system.id(), at, going, selectors));
        if (restores.puttingBack().isUnderWay(system.id(), at)) {
            throw new SystemUnavailable(system.id(), "rows are being put back there after a restore");
        }
    }

    private Collection<String> categoriesOf(ConnectedSystem system) {
        return policy.system(system.id()).orElseThrow().categories();
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
        var erased = new TreeMap<>(found);
        after.categories(Treatment.HOLD).forEach(erased::remove);
        new SystemMarks(marks)
                .of(requestId, systemId).stream()
                        .filter(line -> line.outcome() == Outcome.ERASED)
                        .forEach(line ->
                                line.found().forEach((category, count) -> erased.merge(category, count, Math::max)));
        var lines = new ArrayList<SystemOutcome>();
        if (!erased.isEmpty()) {
            var left = new TreeMap<String, Integer>();
            erased.keySet().forEach(category -> left.put(category, 0));
            lines.add(new SystemOutcome(systemId, Outcome.ERASED, erased, left, Optional.empty(), Optional.empty()));
        }
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
        record(requestId, systemId, erased, lines);
        return erased.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** The first instant at which a day is over. */
    private Instant end(LocalDate day) {
        return day.plusDays(1).atStartOfDay(policy.zone()).toInstant();
    }

    private void record(String requestId, String systemId, Map<String, Integer> erased, List<SystemOutcome> lines) {
        var withheld = new TreeMap<String, Integer>();
        lines.stream()
                .filter(line -> line.outcome() == Outcome.WITHHELD)
                .forEach(line ->
                        line.found().forEach((category, count) -> withheld.merge(category, count, Integer::sum)));
        var details = Map.<String, Object>of("system", systemId, "erased", erased, "left", 0, "withheld", withheld);
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
