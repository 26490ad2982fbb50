package dev.kept.erasure;

import dev.kept.choice.Marketing;
import dev.kept.choice.Suppressions;
import dev.kept.ledger.Entry;
import dev.kept.ledger.Ledger;
import dev.kept.person.Identifiers;
import dev.kept.person.People;
import dev.kept.policy.RequestKind;
import dev.kept.request.Board;
import dev.kept.request.Marks;
import dev.kept.request.Request;
import dev.kept.request.RequestClosed;
import dev.kept.request.RequestFile;
import dev.kept.request.RequestState;
import dev.kept.request.Subjects;
import dev.kept.system.Subject;
import dev.kept.system.Systems;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The last step before anything goes: holds what would be done against what two people have approved, waits for whom it has
 * to wait, and then sets the person apart, so that nothing is added any more and she is found to the end.
 */
public final class BeginErasure {
    /** The mark that the erasure has begun on the approval of a round. */
    private static final String MARK = "begun";
    /** The mark that a suppression of an address of hers is kept. */
    static final String SUPPRESSED = "suppressed";

    /** How long before the strict date an erasure no longer waits for the person's other requests. */
    private static final Duration IN_TIME = Duration.ofDays(5);
    /** How long to wait before looking again whether they are answered. */
    private static final Duration LOOK_AGAIN = Duration.ofHours(1);
    /** How long to wait while rows of a restored copy are put back. */
    private static final Duration LOOK_AGAIN_AFTER_RESTORE = Duration.ofMinutes(5);
    /** Requests that need the data. */
    private static final Set<RequestKind> FIRST =
            EnumSet.of(RequestKind.ACCESS, RequestKind.PORTABILITY, RequestKind.CORRECTION);

    private final RequestFile file;
    private final Board board;
    private final Subjects subjects;
    private final Planner planner;
    private final Systems systems;
    private final People people;
    private final Identifiers identifiers;
    private final OweErasure owed;
    private final Marketing marketing;
    private final Approvals approvals;
    private final Marks marks;
    private final Ledger ledger;
    private final Clock clock;

    /** Whom it works with, by part of the system. */
    public record Records(
            Systems systems, People people, Identifiers identifiers, OweErasure owed, Marketing marketing) {}

    public BeginErasure(
            RequestFile file,
            Board board,
            Subjects subjects,
            Planner planner,
            Records records,
            Approvals approvals,
            Marks marks,
            Ledger ledger,
            Clock clock) {
        this.file = file;
        this.board = board;
        this.subjects = subjects;
        this.planner = planner;
        systems = records.systems();
        people = records.people();
        identifiers = records.identifiers();
        owed = records.owed();
        marketing = records.marketing();
        this.approvals = approvals;
        this.marks = marks;
        this.ledger = ledger;
        this.clock = clock;
    }

    /**
     * How to go on.
     *
     * @param outcome {@code go}, {@code wait} or {@code changed}
     * @param seconds for how many seconds to wait
     */
    record Begun(String outcome, long seconds) {}

    Begun begin(String requestId, int round) {
        var request = file.requests().get(requestId);
        if (request.state() != RequestState.CARRYING_OUT) {
            throw new RequestClosed(requestId);
        }
        var approved = approvals.of(requestId, round);
        var subject = subjects.of(requestId);
        if (marks.find(requestId, MARK + "#" + round).isEmpty()) {
            var plan = planner.plan(requestId, subject, file.requests().isContested(requestId));
            if (request.kind() == RequestKind.DELETION && !approved.covers(plan)) {
                record(requestId, "approval-void/" + round, Map.of("plan", plan.hash()));
                return new Begun("changed", 0);
            }
            var wait = waitFor(request, subject);
            if (wait > 0) {
                return new Begun("wait", wait);
            }
        }
        if (!file.requests().begin(requestId, approved.contested())) {
            if (file.requests().get(requestId).state() != RequestState.CARRYING_OUT) {
                throw new RequestClosed(requestId);
            }
            return new Begun("changed", 0);
        }
        subjects.setApart(requestId, subject);
        owed.setApart(requestId, systems.ownId(), subject);
        if (owed.isPuttingBack(systems.ownId())) {
            return new Begun("wait", LOOK_AGAIN_AFTER_RESTORE.toSeconds());
        }
        setApart(requestId, round, subject, approved);
        return new Begun("go", 0);
    }

    /** For how many seconds: until nobody can contest any more, or her other requests are answered. */
    private long waitFor(Request request, Subject subject) {
        var now = clock.instant();
        var contestable = Contest.until(marks, request.id()).orElse(now);
        if (contestable.isAfter(now)) {
            return seconds(now, contestable);
        }
        var needed = subject.personId().map(board::openOf).orElse(List.of()).stream()
                .filter(other -> !other.id().equals(request.id()) && FIRST.contains(other.kind()))
                .anyMatch(
                        other -> other.state() == RequestState.DECIDING || other.state() == RequestState.CARRYING_OUT);
        var late = !now.isBefore(request.due().strict().minus(IN_TIME));
        return needed && !late ? LOOK_AGAIN.toSeconds() : 0;
    }

    private static long seconds(Instant now, Instant then) {
        return Duration.between(now, then).plusMillis(999).toSeconds();
    }

    /** How she is found is kept by now, and what is owed after a restore; only then is she cut off. */
    private void setApart(String requestId, int round, Subject subject, ErasurePlan approved) {
        suppress(requestId, subject, approved);
        var stays = approved.of(systems.own().id());
        var archived = Stream.of(Treatment.ARCHIVE, Treatment.HOLD)
                .anyMatch(treatment -> !stays.categories(treatment).isEmpty());
        subject.personId().ifPresent(person -> {
            var hers = subject.identifiers().stream()
                    .map(identifiers::hash)
                    .filter(hash ->
                            identifiers.personOf(hash).filter(person::equals).isPresent())
                    .toList();
            people.setApart(person, requestId, hers, archived);
        });
        marks.put(requestId, MARK + "#" + round, Map.of());
        record(requestId, "erasure-begun/" + round, Map.of("plan", approved.hash()));
    }

    /** Whoever let marketing be sent to her is not written to by those who have her address elsewhere. */
    private void suppress(String requestId, Subject subject, ErasurePlan approved) {
        var reached = systems.all().stream()
                .anyMatch(system ->
                        !approved.of(system.id()).categories(Treatment.SUPPRESS).isEmpty());
        if (reached) {
            marketing.stop(subject.identifiers(), Suppressions.Reason.ERASURE);
        }
        if (reached || marketing.isStopped(subject.identifiers())) {
            marks.put(requestId, SUPPRESSED, Map.of());
        }
    }

    private void record(String requestId, String what, Map<String, Object> details) {
        ledger.append(new Entry(
                requestId + "/" + what, clock.instant(), what.replaceFirst("/.*", ""), requestId, "kept", details));
    }
}
