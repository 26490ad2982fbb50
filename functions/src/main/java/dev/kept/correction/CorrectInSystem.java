package dev.kept.correction;

import dev.kept.ledger.Canonical;
import dev.kept.ledger.Entry;
import dev.kept.ledger.Ledger;
import dev.kept.ledger.Outcome;
import dev.kept.ledger.SystemOutcome;
import dev.kept.outcome.SystemMarks;
import dev.kept.person.Corrections;
import dev.kept.policy.KeyClass;
import dev.kept.policy.Policy;
import dev.kept.request.Marks;
import dev.kept.request.Proposal;
import dev.kept.request.Request;
import dev.kept.request.RequestClosed;
import dev.kept.request.RequestFile;
import dev.kept.request.RequestState;
import dev.kept.request.Subjects;
import dev.kept.system.Subject;
import dev.kept.system.SystemUnavailable;
import dev.kept.system.Systems;
import dev.kept.task.Tasks;
import java.time.Clock;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Writes in one connected system what was approved, and reads it back: only what a reading shows is called corrected. Done
 * twice it is done once.
 */
public final class CorrectInSystem {
    /** How many records are changed in one call of a function, which leaves it time enough for slow systems. */
    static final int AT_MOST = 2000;
    /** What the mark of a system begins with that says how many records of each field were corrected there. */
    static final String CORRECTED = "corrected#";

    private final Policy policy;
    private final RequestFile file;
    private final Subjects subjects;
    private final Systems systems;
    private final CorrectionPlanner planner;
    private final Exchange exchange;
    private final Completion completion;
    private final Corrections corrections;
    private final Tasks tasks;
    private final Marks marks;
    private final Ledger ledger;
    private final Clock clock;

    public CorrectInSystem(
            Policy policy,
            RequestFile file,
            Subjects subjects,
            Systems systems,
            CorrectionPlanner planner,
            Exchange exchange,
            Completion completion,
            Corrections corrections,
            Tasks tasks,
            Marks marks,
            Ledger ledger,
            Clock clock) {
        this.policy = policy;
        this.file = file;
        this.subjects = subjects;
        this.systems = systems;
        this.planner = planner;
        this.exchange = exchange;
        this.completion = completion;
        this.corrections = corrections;
        this.tasks = tasks;
        this.marks = marks;
        this.ledger = ledger;
        this.clock = clock;
    }

    /**
     * How many records of that system were corrected.
     *
     * @throws More when there is more to correct than goes into one call
     * @throws SystemUnavailable when it does not answer, or still shows what it was told to correct
     */
    int correct(String requestId, String systemId, int round) {
        var request = file.requests().get(requestId);
        var state = request.state();
        if (state != RequestState.CARRYING_OUT && state != RequestState.ANSWERED) {
            throw new RequestClosed(requestId);
        }
        var approved = Approved.of(tasks, marks, requestId, round);
        var known = subjects.of(requestId);
        var values = values(requestId, approved, known);
        var subject = exchange.andNow(known, values);
        var names = planner.names(systemId, values.keySet());
        values.keySet().retainAll(names.values());
        var found = found(request, systemId, subject, names, values);
        if (systemId.equals(systems.own().id())) {
            complete(subject, values);
        }
        var system = systems.get(systemId);
        if (!values.isEmpty()) {
            var corrected = system.correct(subject, values, AT_MOST);
            if (corrected.more()) {
                throw new More(systemId);
            }
            if (system.isByHand()) {
                found = Found.byHand(corrected.holding(), values.keySet());
            }
        }
        return done(requestId, systemId, subject, found, values);
    }

    /** The approved values; one that has become somebody else's since is left out, and said so. */
    private Map<String, String> values(String requestId, Approved approved, Subject subject) {
        var proposed = Proposal.of(file.contents().get(requestId)).fields();
        var values = new LinkedHashMap<String, String>();
        for (var field : approved.fields()) {
            var value = proposed.getOrDefault(field, "");
            if (exchange.done(subject, field, value)) {
                values.put(field, value);
            } else {
                Approved.lose(marks, requestId, field);
            }
        }
        return values;
    }

    /**
     * How many records were wrong when the correction of this system began, however often its step is repeated, and were it
     * before the request failed.
     */
    private Found found(
            Request request, String systemId, Subject subject, Map<String, String> names, Map<String, String> values) {
        var requestId = request.id();
        var name = found(systemId, request.times());
        var known = marks.find(requestId, name);
        if (known.isPresent()) {
            return Found.of(known.get());
        }
        var held = planner.read(systems.get(systemId), subject, names);
        if (!held.answered()) {
            throw new SystemUnavailable(systemId, "it did not say what it holds");
        }
        var found = Found.wrong(held, values);
        if (systemId.equals(systems.own().id())) {
            subject.personId()
                    .ifPresent(person -> completion.gaps(person, values).forEach(found::andLacking));
        }
        IntStream.range(0, request.times())
                .mapToObj(before -> marks.find(requestId, found(systemId, before)))
                .flatMap(Optional::stream)
                .map(Found::of)
                .filter(before -> values.keySet().containsAll(before.fields().keySet()))
                .forEach(found::atLeast);
        marks.put(requestId, name, found.tree());
        return found;
    }

    private static String found(String systemId, int times) {
        return "found#" + systemId + (times == 0 ? "" : "#" + times);
    }

    private void complete(Subject subject, Map<String, String> values) {
        subject.personId().ifPresent(person -> completion.fill(person, completion.gaps(person, values)));
    }

    private int done(String requestId, String systemId, Subject subject, Found found, Map<String, String> values) {
        if (systemId.equals(systems.own().id())) {
            remember(requestId, subject, values);
        }
        var left = new TreeMap<String, Integer>();
        found.categories().keySet().forEach(category -> left.put(category, 0));
        var line = found.categories().isEmpty()
                ? new SystemOutcome(systemId, Outcome.NONE, Map.of())
                : new SystemOutcome(
                        systemId, Outcome.CORRECTED, found.categories(), left, Optional.empty(), Optional.empty());
        marks.put(requestId, CORRECTED + systemId, new HashMap<>(found.fields()));
        new SystemMarks(marks).put(requestId, systemId, List.of(line));
        var details =
                Map.<String, Object>of("system", systemId, "corrected", found.categories(), "fields", found.fields());
        // the same once more is one entry; where staff decide otherwise after a failure it is another
        var id = requestId + "/system-corrected/" + systemId + "/"
                + Canonical.sha256(details).substring(0, 16);
        ledger.append(new Entry(id, clock.instant(), "system-corrected", requestId, "kept", details));
        return found.categories().values().stream().mapToInt(Integer::intValue).sum();
    }

    /** A wrong value that comes back is to be corrected again. */
    private void remember(String requestId, Subject subject, Map<String, String> values) {
        var held = file.contents().find(requestId, PlanCorrection.HELD).map(HeldValues::read);
        var earlier =
                file.contents().find(requestId, PlanCorrection.HELD_BEFORE).map(HeldValues::read);
        subject.personId()
                .ifPresent(person -> held.ifPresent(before -> values.forEach((field, value) -> keyClass(before, field)
                        .ifPresent(keyClass -> corrections.remember(
                                person,
                                field,
                                keyClass,
                                wrong(Stream.concat(held.stream(), earlier.stream()), field),
                                value)))));
    }

    private static Set<String> wrong(Stream<HeldValues> held, String field) {
        var wrong = new TreeSet<String>();
        held.forEach(values -> wrong.addAll(values.of(field)));
        return wrong;
    }

    /** The class of the key that seals the field in her own records; the account's where it stands under both. */
    private Optional<KeyClass> keyClass(HeldValues before, String field) {
        var own = before.systems().get(systems.own().id());
        return own == null
                ? Optional.empty()
                : own.records().stream()
                        .filter(held -> held.values().containsKey(field))
                        .map(held -> policy.category(held.category()).keyClass())
                        .min(Comparator.naturalOrder());
    }

    /** There is more to correct than goes into one call: the workflow calls again. */
    public static final class More extends RuntimeException {
        private static final long serialVersionUID = 1;

        More(String system) {
            super("there is more to correct in " + system);
        }
    }
}
