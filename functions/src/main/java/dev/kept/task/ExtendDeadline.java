package dev.kept.task;

import dev.kept.clock.ClockEvent;
import dev.kept.clock.Extension;
import dev.kept.clock.ExtensionReason;
import dev.kept.ledger.Entry;
import dev.kept.ledger.Ledger;
import dev.kept.request.Correspondence;
import dev.kept.request.Request;
import dev.kept.request.RequestFile;
import java.time.Clock;
import java.util.Map;

/** Tells the person that the answer takes longer, and why; only then does the deadline move (GDPR art. 12(3)). */
public final class ExtendDeadline {
    private final RequestFile file;
    private final Tasks tasks;
    private final Grounds grounds;
    private final Correspondence correspondence;
    private final Reminders reminders;
    private final Ledger ledger;
    private final Clock clock;

    public ExtendDeadline(
            RequestFile file,
            Tasks tasks,
            Grounds grounds,
            Correspondence correspondence,
            Reminders reminders,
            Ledger ledger,
            Clock clock) {
        this.file = file;
        this.tasks = tasks;
        this.grounds = grounds;
        this.correspondence = correspondence;
        this.reminders = reminders;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** In how many seconds staff are to be reminded, by the new date. */
    long extend(String requestId, int round) {
        var request = file.requests().get(requestId);
        var taskId = OpenDecision.taskId(requestId, round);
        var decided = tasks.find(taskId).flatMap(Task::decided).orElseThrow();
        if (request.due().extendedTo().isEmpty()) {
            var reason = ExtensionReason.valueOf(decided.reason());
            var notice = clock.instant();
            if (file.clock().deadline(request).extend(notice, reason) instanceof Extension.Granted granted) {
                var ground = grounds.extension(decided.reason()).orElseThrow();
                var until = granted.deadline().strictDate();
                var note = file.contents().find(requestId, "note#" + taskId).orElse("");
                correspondence.write(
                        request,
                        request.again("extended"),
                        (letters, address) ->
                                letters.extended(address, Correspondence.about(request), ground, note, until));
                file.happened(requestId, ClockEvent.extended(reason, notice));
                file.requests().note(requestId, "extended");
                record(request, "deadline-extended", decided.reason());
            } else {
                record(request, "extension-too-late", decided.reason());
            }
        }
        return reminders.wakeIn(file.requests().get(requestId));
    }

    private void record(Request request, String what, String reason) {
        ledger.append(new Entry(
                request.id() + "/" + what, clock.instant(), what, request.id(), "kept", Map.of("reason", reason)));
    }
}
