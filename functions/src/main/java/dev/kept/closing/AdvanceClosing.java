package dev.kept.closing;

import dev.kept.choice.Marketing;
import dev.kept.choice.Suppressions;
import dev.kept.clock.Closing;
import dev.kept.clock.ExitMode;
import dev.kept.erasure.Approvals;
import dev.kept.erasure.Contest;
import dev.kept.erasure.Planner;
import dev.kept.erasure.WarnOthers;
import dev.kept.ledger.Entry;
import dev.kept.ledger.Ledger;
import dev.kept.outcome.IssueReceipt;
import dev.kept.person.DateRecords;
import dev.kept.person.Restrictions;
import dev.kept.policy.RequestKind;
import dev.kept.request.Board;
import dev.kept.request.ForgetContent;
import dev.kept.request.Marks;
import dev.kept.request.Request;
import dev.kept.request.RequestFile;
import dev.kept.request.RequestState;
import dev.kept.request.Subjects;
import dev.kept.system.ConnectedSystem;
import dev.kept.system.Systems;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Does whatever an account that ends is due for, each thing once, and says until when there is nothing more: freezes the data
 * on the effective day, offers the export, tells the person a second time and lets the purge begin once nothing stands against
 * it. Called as often as anybody likes, it finds what it did.
 */
public final class AdvanceClosing {
    /** Why a person's records are used for nothing any more. */
    static final String CLOSED = "ACCOUNT_CLOSED";

    private static final String FROZEN = "frozen";
    private static final String EXPORTED = "exported";
    private static final String FOLDED = "folded";
    /** How long to wait before looking again whether what stands against the purge is settled. */
    private static final Duration LOOK_AGAIN = Duration.ofHours(1);

    private final RequestFile file;
    private final Calendar calendar;
    private final Subjects subjects;
    private final Board board;
    private final Systems systems;
    private final Planner planner;
    private final Restrictions restrictions;
    private final DateRecords dates;
    private final Marketing marketing;
    private final WarnOthers others;
    private final ForgetContent forget;
    private final ClosingLetters letters;
    private final Marks marks;
    private final Ledger ledger;
    private final Clock clock;

    /** Whose account it is, and what is noted about her. */
    public record Person(
            Subjects subjects,
            Board board,
            Restrictions restrictions,
            DateRecords dates,
            Marketing marketing,
            WarnOthers others,
            ForgetContent forget) {}

    /** What goes, and where it is. */
    public record Purge(Systems systems, Planner planner) {}

    public AdvanceClosing(
            RequestFile file,
            Calendar calendar,
            Person person,
            Purge purge,
            ClosingLetters letters,
            Marks marks,
            Ledger ledger,
            Clock clock) {
        this.file = file;
        this.calendar = calendar;
        subjects = person.subjects();
        board = person.board();
        restrictions = person.restrictions();
        dates = person.dates();
        marketing = person.marketing();
        others = person.others();
        forget = person.forget();
        systems = purge.systems();
        planner = purge.planner();
        this.letters = letters;
        this.marks = marks;
        this.ledger = ledger;
        this.clock = clock;
    }

    /**
     * How to go on.
     *
     * @param outcome {@code wait}, {@code export}, {@code purge}, {@code verify} or {@code closed}
     * @param seconds for how many seconds there is nothing to do
     * @param systems those to gather from, or to erase from before Kept's own tables
     */
    record Advanced(String outcome, long seconds, List<String> systems) {
        static Advanced closed() {
            return new Advanced("closed", 1, List.of());
        }
    }

    /**
     * Does what is due.
     *
     * @param purged whether this run of the workflow has purged the data, so that only their verification is left
     */
    Advanced advance(String requestId, boolean purged) {
        file.requests().move(requestId, RequestState.DECIDING);
        file.requests().move(requestId, RequestState.CARRYING_OUT);
        var request = file.requests().get(requestId);
        if (request.state() == RequestState.WITHDRAWN) {
            reinstate(request);
            return Advanced.closed();
        }
        if (request.state() == RequestState.REFUSED) {
            // it died on its way
            forget.forget(requestId);
        }
        if (request.state() != RequestState.CARRYING_OUT) {
            return Advanced.closed();
        }
        if (file.requests().hasBegun(requestId)) {
            return begun(calendar.of(requestId), purged);
        }
        record(request, "request-confirmed", calendar.leaving(requestId).by(), Map.of());
        var found = person(request);
        if (found.isEmpty()) {
            nobody(request);
            return Advanced.closed();
        }
        var running = another(request, found.get());
        if (running.isPresent()) {
            fold(request, running.get());
            return Advanced.closed();
        }
        return dueFor(request, found.get());
    }

    private Advanced dueFor(Request request, String person) {
        var closing = closing(request);
        letters.begun(request, closing);
        if (isBefore(closing.freezeFrom())) {
            return until(closing.freezeFrom());
        }
        freeze(request, person, closing);
        return closing.mode() == ExitMode.ERASE_NOW ? eraseNow(request, person) : dayByDay(request, person, closing);
    }

    /** The days of this account; a choice that somebody else on file contests does not count. */
    private Closing closing(Request request) {
        var leaving = calendar.leaving(request.id());
        if (leaving.mode() == ExitMode.ERASE_NOW && file.requests().isContested(request.id())) {
            var undecided = leaving.undecided();
            file.requests().reschedule(request.id(), Calendar.due(calendar.of(undecided)));
            marks.put(request.id(), Leaving.MARK, undecided.tree());
            record(request, "erasure-choice-void", "kept", Map.of());
            return calendar.of(undecided);
        }
        return calendar.of(leaving);
    }

    private Advanced eraseNow(Request request, String person) {
        others.warn(request, subjects.person(person).on(request.id()));
        var contestable = Contest.until(marks, request.id());
        if (contestable.filter(this::isBefore).isPresent()) {
            return until(contestable.get());
        }
        return purge(request, person);
    }

    private Advanced dayByDay(Request request, String person, Closing closing) {
        if (isBefore(closing.exportFrom())) {
            return until(closing.exportFrom());
        }
        if (marks.find(request.id(), IssueReceipt.PACKAGE).isEmpty()
                && marks.find(request.id(), EXPORTED).isEmpty()) {
            return new Advanced("export", 1, exporting());
        }
        letters.export(request, closing);
        if (isBefore(closing.secondNoticeFrom())) {
            return until(closing.secondNoticeFrom());
        }
        letters.second(request, closing);
        return isBefore(closing.purgeFrom()) ? until(closing.purgeFrom()) : purge(request, person);
    }

    /** Nobody has to look into a cupboard for what the person may take along: it is for data that a machine holds. */
    private List<String> exporting() {
        return systems.all().stream()
                .filter(system -> !system.isByHand())
                .map(ConnectedSystem::id)
                .toList();
    }

    private Advanced purge(Request request, String person) {
        var against = new Gate(board, restrictions).against(request, person);
        if (!against.isEmpty()) {
            marks.put(request.id(), Gate.MARK, Map.of("reasons", against));
            marks.once(request.id(), "waiting", () -> file.requests().note(request.id(), "purge-waits"));
            return new Advanced("wait", LOOK_AGAIN.toSeconds(), List.of());
        }
        marks.put(request.id(), Gate.MARK, Map.of("reasons", List.of()));
        var subject = subjects.person(person).on(request.id());
        subjects.setApart(request.id(), subject);
        var plan = planner.plan(request.id(), subject, file.requests().isContested(request.id()));
        Approvals.byPolicy(marks, plan);
        record(request, "purge-planned", "kept", Map.of("plan", plan.hash()));
        return new Advanced("purge", 1, erasing());
    }

    /** What has begun is done, and read again the day after. */
    private Advanced begun(Closing closing, boolean purged) {
        var tomorrow = closing.verifyFrom();
        return purged
                ? new Advanced("verify", isBefore(tomorrow) ? seconds(tomorrow) : 1, erasing())
                : new Advanced("purge", 1, erasing());
    }

    private List<String> erasing() {
        return systems.others().stream().map(ConnectedSystem::id).toList();
    }

    /** From the effective day on her data are kept and used for nothing else, as under GDPR art. 18. */
    private void freeze(Request request, String person, Closing closing) {
        marks.once(request.id(), FROZEN, () -> {
            var subject = subjects.person(person);
            restrictions.restrict(person, request.id(), CLOSED);
            marketing.stop(subject.identifiers(), Suppressions.Reason.OBJECTION);
            dates.ended(person, closing.effective());
            record(
                    request,
                    "account-frozen",
                    "kept",
                    Map.of(
                            "effective",
                            closing.effective().toString(),
                            "mode",
                            closing.mode().word(),
                            "purgeBy",
                            closing.lastDate().toString()));
            file.requests().note(request.id(), FROZEN);
        });
    }

    /** Whoever takes the account up again finds it as it was. */
    private void reinstate(Request request) {
        request.personId()
                // the other one goes on, and what it has frozen stays so
                .filter(person -> marks.find(request.id(), FOLDED).isEmpty())
                .ifPresent(person -> marks.once(request.id(), "reinstated", () -> {
                    restrictions.lift(person, request.id());
                    dates.reopened(person);
                    record(request, "account-reinstated", "kept", Map.of());
                }));
    }

    private Optional<String> person(Request request) {
        if (request.personId().isPresent()) {
            return request.personId();
        }
        var person = subjects.of(request.id()).personId();
        person.ifPresent(known -> file.requests().belongsTo(request.id(), known));
        return person;
    }

    /** Whoever has no account leaves nothing but that she asked. */
    private void nobody(Request request) {
        letters.nobody(request);
        record(request, "account-unknown", "kept", Map.of());
        file.requests().move(request.id(), RequestState.REFUSED);
        forget.forget(request.id());
    }

    /** The cancellation of the same account that came first, where there is one. */
    private Optional<Request> another(Request request, String person) {
        var first = Comparator.comparing(Request::received).thenComparing(Request::id);
        return board.openOf(person).stream()
                .filter(other -> other.kind() == RequestKind.CANCELLATION)
                .filter(other -> first.compare(other, request) < 0)
                .min(first);
    }

    private void fold(Request request, Request running) {
        letters.folded(request, calendar.of(running.id()));
        record(request, "cancellation-folded", "kept", Map.of("into", running.id()));
        marks.put(request.id(), FOLDED, Map.of());
        file.requests().note(request.id(), FOLDED);
        file.requests().move(request.id(), RequestState.WITHDRAWN);
    }

    private boolean isBefore(Instant moment) {
        return clock.instant().isBefore(moment);
    }

    private Advanced until(Instant moment) {
        return new Advanced("wait", seconds(moment), List.of());
    }

    private long seconds(Instant moment) {
        return Math.max(
                1, Duration.between(clock.instant(), moment).plusMillis(999).toSeconds());
    }

    private void record(Request request, String what, String actor, Map<String, Object> details) {
        ledger.append(new Entry(
                request.id() + "/" + request.again(what), clock.instant(), what, request.id(), actor, details));
    }

    /** How the customer leaves, as far as is known now. */
    String mode(String requestId) {
        return calendar.leaving(requestId).mode().word();
    }

    /** The export could not be made: she is told so, and nothing waits for it. */
    void withoutExport(String requestId) {
        marks.put(requestId, EXPORTED, Map.of());
    }
}
