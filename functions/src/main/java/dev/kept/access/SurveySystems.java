package dev.kept.access;

import dev.kept.ledger.Canonical;
import dev.kept.ledger.Entry;
import dev.kept.ledger.Ledger;
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

/** The first step after confirmation: finds the person, counts what each system holds, and writes down the plan. */
public final class SurveySystems {
    private final RequestFile file;
    private final Subjects subjects;
    private final Survey survey;
    private final Marks marks;
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
        var plan = survey.plan(requestId, subject);
        marks.put(requestId, "plan", Map.of("plan", plan, "hash", Canonical.sha256(plan)));
        tell(request);
        return new Surveyed(survey.systems(), reminders.wakeIn(request));
    }

    private void tell(Request request) {
        correspondence.write(
                request, "working", (letters, address) -> letters.working(address, Correspondence.about(request)));
    }
}
