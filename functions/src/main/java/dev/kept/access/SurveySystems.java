package dev.kept.access;

import dev.kept.ledger.Canonical;
import dev.kept.ledger.Entry;
import dev.kept.ledger.Ledger;
import dev.kept.ledger.Outcome;
import dev.kept.ledger.SystemOutcome;
import dev.kept.outcome.SystemMarks;
import dev.kept.request.Correspondence;
import dev.kept.request.Marks;
import dev.kept.request.Request;
import dev.kept.request.RequestClosed;
import dev.kept.request.RequestFile;
import dev.kept.request.RequestState;
import dev.kept.request.Subjects;
import dev.kept.task.Reminders;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The first step after confirmation: finds the person, counts what each system holds, and writes down the plan. */
public final class SurveySystems {
    private final RequestFile file;
    private final Subjects subjects;
    private final Survey survey;
    private final Marks marks;
    private final SystemMarks systemMarks;
    private final Correspondence correspondence;
    private final Reminders reminders;
    private final Ledger ledger;
    private final Clock clock;

    public SurveySystems(
            RequestFile file,
            Subjects subjects,
            Survey survey,
            Marks marks,
            Correspondence correspondence,
            Reminders reminders,
            Ledger ledger,
            Clock clock) {
        this.file = file;
        this.subjects = subjects;
        this.survey = survey;
        this.marks = marks;
        systemMarks = new SystemMarks(marks);
        this.correspondence = correspondence;
        this.reminders = reminders;
        this.ledger = ledger;
        this.clock = clock;
    }

    /**
     * What the workflow goes on with.
     *
     * @param systems the ids of the systems that the answer goes over
     * @param wakeIn in how many seconds staff are reminded
     */
    record Surveyed(List<String> systems, long wakeIn) {}

    Surveyed survey(String requestId) {
        if (!file.requests().move(requestId, RequestState.DECIDING)
                && file.requests().get(requestId).state() != RequestState.DECIDING) {
            throw new RequestClosed(requestId);
        }
        var request = file.requests().get(requestId);
        ledger.append(new Entry(
                requestId + "/request-confirmed", clock.instant(), "request-confirmed", requestId, "person", Map.of()));
        var subject = subjects.of(requestId);
        subject.personId().ifPresent(person -> file.requests().belongsTo(requestId, person));
        var plan = survey.plan(requestId, request.kind(), subject);
        survey.unasked(request.kind()).forEach(system -> systemMarks.put(requestId, system, List.of(notAsked(system))));
        marks.put(requestId, "plan", Map.of("plan", plan, "hash", Canonical.sha256(plan)));
        tell(request);
        return new Surveyed(survey.systems(request.kind()), reminders.wakeIn(request));
    }

    private static SystemOutcome notAsked(String system) {
        var why = Optional.of(Portable.Reason.OTHER_BASIS.name());
        return new SystemOutcome(system, Outcome.WITHHELD, Map.of(), Map.of(), why, Optional.empty());
    }

    private void tell(Request request) {
        correspondence.write(
                request, "working", (letters, address) -> letters.working(address, Correspondence.about(request)));
    }
}
