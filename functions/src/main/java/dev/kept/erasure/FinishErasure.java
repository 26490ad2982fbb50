package dev.kept.erasure;

import dev.kept.access.Answers;
import dev.kept.access.Parts;
import dev.kept.exhibit.ForgetEvidence;
import dev.kept.ledger.Entry;
import dev.kept.ledger.Ledger;
import dev.kept.person.DateRecords;
import dev.kept.person.Identifiers;
import dev.kept.person.People;
import dev.kept.request.Board;
import dev.kept.request.Contents;
import dev.kept.request.Marks;
import dev.kept.request.Request;
import dev.kept.request.RequestState;
import dev.kept.request.Requests;
import dev.kept.request.Subjects;
import dev.kept.system.Subject;
import dev.kept.system.Systems;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;

/**
 * Ends an erasure once the other systems are done: erases from Kept's own tables what was approved, then the person's old
 * packages and whatever she typed into her closed requests, and last what led to her.
 */
public final class FinishErasure {
    private final EraseFromSystem erase;
    private final Systems systems;
    private final Subjects subjects;
    private final Traces traces;
    private final Marks marks;
    private final Ledger ledger;
    private final Clock clock;

    /** What a person leaves behind in Kept besides her records. */
    public record Traces(
            People people,
            DateRecords dates,
            ZoneId zone,
            Identifiers identifiers,
            Board board,
            Requests requests,
            Contents contents,
            Answers answers,
            Parts parts,
            ForgetEvidence evidence) {}

    public FinishErasure(
            EraseFromSystem erase,
            Systems systems,
            Subjects subjects,
            Traces traces,
            Marks marks,
            Ledger ledger,
            Clock clock) {
        this.erase = erase;
        this.systems = systems;
        this.subjects = subjects;
        this.traces = traces;
        this.marks = marks;
        this.ledger = ledger;
        this.clock = clock;
    }

    /**
     * Whether it is done; if not, a system has come to hold more than was approved, and it has to be decided anew.
     *
     * @throws EraseFromSystem.More when there is more to erase than goes into one call
     */
    boolean finish(String requestId, int round) {
        if (isVoid(requestId, round)) {
            return false;
        }
        erase.erase(requestId, systems.own().id(), round);
        if (isVoid(requestId, round)) {
            return false;
        }
        var subject = subjects.of(requestId);
        forgetRequests(requestId, subject);
        // what the law keeps has its last day by this, were it counted from an end that has not come otherwise
        var today = LocalDate.ofInstant(clock.instant(), traces.zone());
        subject.personIds().stream()
                .filter(traces.people()::knows)
                .forEach(person -> traces.dates().endsBy(person, today));
        var gone = subject.personIds().stream().filter(traces.people()::forget).toList();
        subject.identifiers()
                .forEach(identifier ->
                        traces.identifiers().tidy(traces.identifiers().hash(identifier), gone));
        return true;
    }

    private boolean isVoid(String requestId, int round) {
        var since = marks.all(requestId, EraseFromSystem.VOID + "#" + round + "#");
        since.keySet()
                .forEach(system -> ledger.append(new Entry(
                        requestId + "/approval-void/" + round + "/" + system,
                        clock.instant(),
                        "approval-void",
                        requestId,
                        "kept",
                        Map.of("system", system))));
        return !since.isEmpty();
    }

    /** Her packages, and what she typed into requests that are closed; of an open one it goes when that is closed. */
    private void forgetRequests(String requestId, Subject subject) {
        for (var person : subject.personIds()) {
            for (var other : traces.board().allOf(person)) {
                traces.answers().remove(other.id());
                traces.parts().remove(other.id());
                if (!other.id().equals(requestId)) {
                    forget(other);
                }
            }
        }
    }

    private void forget(Request other) {
        if (other.state().isOpen()) {
            traces.requests().orphan(other.id());
        }
        var state = traces.requests().get(other.id()).state();
        // a deletion that is answered may be at work still, for which it has to find her; it forgets by itself
        if (!state.isOpen() && !(other.kind().erases() && state == RequestState.ANSWERED)) {
            traces.evidence().forget(other.id());
            traces.contents().forget(other.id());
        }
    }
}
