package dev.kept.restriction;

import dev.kept.hold.Holds;
import dev.kept.http.Json;
import dev.kept.ledger.Outcome;
import dev.kept.ledger.SystemOutcome;
import dev.kept.outcome.SystemMarks;
import dev.kept.policy.Policy;
import dev.kept.request.Marks;
import dev.kept.request.RequestClosed;
import dev.kept.request.RequestFile;
import dev.kept.request.RequestState;
import dev.kept.request.Subjects;
import dev.kept.system.ConnectedSystem;
import dev.kept.system.HandAwaited;
import dev.kept.system.Subject;
import dev.kept.system.SystemUnavailable;
import dev.kept.system.Systems;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * Takes out of one system what is there for marketing alone: the person's consents to it and the records that rest on them.
 * What a legal hold covers stays; nothing is sent all the same, since her addresses are suppressed. Done twice it is done
 * once.
 */
public final class StopInSystem {
    private static final int AT_MOST = 10_000;

    private final RequestFile file;
    private final Subjects subjects;
    private final Systems systems;
    private final Set<String> marketing;
    private final Holds holds;
    private final Marks marks;

    public StopInSystem(Policy policy, RequestFile file, Subjects subjects, Systems systems, Holds holds, Marks marks) {
        this.file = file;
        this.subjects = subjects;
        this.systems = systems;
        marketing = policy.promotionalCategories();
        this.holds = holds;
        this.marks = marks;
    }

    /**
     * How many records are gone.
     *
     * @throws More when there is more to erase than goes into one call
     * @throws SystemUnavailable when it does not answer, or still shows what it was told to erase
     * @throws HandAwaited while nobody has said that it was done by hand
     */
    int stop(String requestId, String systemId) {
        var state = file.requests().get(requestId).state();
        if (!state.isOpen() && state != RequestState.ANSWERED) {
            throw new RequestClosed(requestId);
        }
        var subject = subjects.of(requestId);
        var held = holds.over(subject);
        Predicate<String> going =
                category -> marketing.contains(category) && held.stream().noneMatch(hold -> hold.covers(category));
        var system = systems.get(systemId);
        if (system.isByHand()) {
            return done(requestId, systemId, byHand(system, subject, going));
        }
        var found = found(requestId, system, subject, going);
        if (!found.isEmpty()
                && system.erase(subject, (category, since) -> going.test(category), AT_MOST)
                        .more()) {
            throw new More(systemId);
        }
        if (!seen(system, subject, going).isEmpty()) {
            throw new SystemUnavailable(systemId, "it still shows what it was told to erase");
        }
        return done(requestId, systemId, found);
    }

    /** Only who has looked knows how many there were, and that there are none any more. */
    private static Map<String, Integer> byHand(ConnectedSystem system, Subject subject, Predicate<String> going) {
        return system.erase(subject, (category, since) -> going.test(category), AT_MOST)
                .gone();
    }

    private int done(String requestId, String systemId, Map<String, Integer> found) {
        var outcome = found.isEmpty() ? Outcome.NONE : Outcome.ERASED;
        new SystemMarks(marks).put(requestId, systemId, List.of(new SystemOutcome(systemId, outcome, found)));
        return found.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** What there was when this began, however often the step is repeated. */
    private Map<String, Integer> found(
            String requestId, ConnectedSystem system, Subject subject, Predicate<String> going) {
        var counts = seen(system, subject, going);
        var name = "stopping#" + system.id();
        marks.find(requestId, name)
                .ifPresent(known -> known.keySet()
                        .forEach(category -> counts.merge(category, Json.number(known, category), Math::max)));
        marks.put(requestId, name, new TreeMap<String, Object>(counts));
        return counts;
    }

    private static Map<String, Integer> seen(ConnectedSystem system, Subject subject, Predicate<String> going) {
        var counts = new TreeMap<String, Integer>();
        system.look(subject, (category, records, since) -> {
            if (records > 0 && going.test(category)) {
                counts.merge(category, records, Integer::sum);
            }
        });
        return counts;
    }

    /** There is more than goes into one call: the same call again goes on. */
    public static final class More extends RuntimeException {
        private static final long serialVersionUID = 1;

        More(String system) {
            super(system + " holds more than goes into one call");
        }
    }
}
