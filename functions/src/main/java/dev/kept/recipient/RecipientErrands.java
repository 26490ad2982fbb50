package dev.kept.recipient;

import dev.kept.http.Json;
import dev.kept.http.Problem;
import dev.kept.http.ProblemFound;
import dev.kept.http.ProblemKind;
import dev.kept.ledger.Entry;
import dev.kept.ledger.Ledger;
import dev.kept.request.Contents;
import dev.kept.staff.StaffMember;
import dev.kept.task.Decide;
import dev.kept.task.Decision;
import dev.kept.task.Errands;
import dev.kept.task.Task;
import dev.kept.task.Tasks;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/** Takes the report of whoever has told a recipient: approved is told, refused is that it cannot be, with the reason. */
public final class RecipientErrands implements Errands {
    private final Tasks tasks;
    private final Contents contents;
    private final RecipientLines lines;
    private final Ledger ledger;
    private final Clock clock;

    public RecipientErrands(Tasks tasks, Contents contents, RecipientLines lines, Ledger ledger, Clock clock) {
        this.tasks = tasks;
        this.contents = contents;
        this.lines = lines;
        this.ledger = ledger;
        this.clock = clock;
    }

    @Override
    public boolean include(Task task) {
        return task.kind().equals(TellRecipients.TASK);
    }

    @Override
    public String done(Task task, Decide.Choice report, StaffMember who) {
        var refused = report.decision() == Decision.REFUSE;
        check(task, report, refused);
        var decided = new Task.Decided(
                report.decision(), "", who.subject(), who.role().word(), clock.instant());
        var state = refused ? Telling.REFUSED : Telling.ACKED;
        if (!report.note().isEmpty() && contents.read(task.requestId()).isPresent()) {
            contents.put(task.requestId(), "note#" + task.id(), report.note());
        }
        var entry = new Entry(
                task.id() + "/reported",
                decided.at(),
                "recipient-reported",
                task.requestId(),
                who.subject(),
                Map.of("task", task.id(), "state", state.word(), "role", decided.role()));
        if (!tasks.decide(task, decided, ledger, entry)) {
            throw alreadyDecided();
        }
        lines.put(task.requestId(), Json.string(task.plan(), "recipient"), state, TellRecipients.STAFF);
        return state.word();
    }

    private static void check(Task task, Decide.Choice report, boolean refused) {
        if (task.decided().isPresent()) {
            throw alreadyDecided();
        }
        if (!task.may().contains(report.decision())) {
            throw new ProblemFound(ProblemKind.TOO_LATE, "Report that it is done, or that it cannot be.");
        }
        if (report.planHash().filter(task.planHash()::equals).isEmpty()) {
            throw new ProblemFound(ProblemKind.PLAN_CHANGED, "Send the planHash that the task shows.");
        }
        if (refused && report.note().isEmpty()) {
            throw new ProblemFound(Problem.fields(
                    ProblemKind.INVALID_INPUT,
                    "Say in the note why the recipient cannot be told: that has to be documented (GDPR art. 19).",
                    List.of("note")));
        }
    }

    private static ProblemFound alreadyDecided() {
        return new ProblemFound(ProblemKind.ALREADY_DECIDED, "Somebody has reported it already.");
    }
}
