package dev.kept.task;

import dev.kept.clock.Reminder;
import dev.kept.ledger.Entry;
import dev.kept.ledger.Ledger;
import dev.kept.request.Correspondence;
import dev.kept.request.Request;
import dev.kept.request.RequestFile;
import dev.kept.request.RequestState;
import java.time.Clock;
import java.util.Map;

/**
 * Reminds staff of a request that waits: at 50, 75 and 90 percent of its time and every hour of the last day; from 90
 * percent on the data protection officer too, and once it is late every day, until the request is given up as failed.
 */
public final class RemindStaff {
    /** From this part of the time on the data protection officer is told too. */
    private static final int ESCALATED = 90;

    private final RequestFile file;
    private final Reminders reminders;
    private final Correspondence correspondence;
    private final Ledger ledger;
    private final Clock clock;

    public RemindStaff(
            RequestFile file, Reminders reminders, Correspondence correspondence, Ledger ledger, Clock clock) {
        this.file = file;
        this.reminders = reminders;
        this.correspondence = correspondence;
        this.ledger = ledger;
        this.clock = clock;
    }

    /**
     * Whether to go on waiting.
     *
     * @param wakeIn in how many seconds to remind again
     */
    record Reminded(boolean goOn, long wakeIn) {}

    Reminded remind(String requestId, int round) {
        var request = file.requests().get(requestId);
        if (request.state() == RequestState.DECIDING) {
            if (reminders.isGivenUp(request)) {
                return new Reminded(false, 0);
            }
            if (reminders.isOverdue(request)) {
                overdue(request, OpenDecision.taskId(requestId, round));
            } else {
                reminders.latest(request).ifPresent(due -> remind(request, OpenDecision.taskId(requestId, round), due));
            }
        }
        return new Reminded(true, reminders.wakeIn(request));
    }

    private void remind(Request request, String taskId, Reminder due) {
        var percent = percent(due);
        var once = "reminder-" + percent + "-" + due.at();
        correspondence.tellStaff(
                request, once, letters -> letters.reminder(Correspondence.aboutTask(request, taskId), percent));
        record(request, taskId, once, percent >= ESCALATED ? "escalated" : "reminded", Integer.toString(percent));
    }

    /** The strict date has passed: staff and officer hear of it daily, the person is told once that we are late. */
    private void overdue(Request request, String taskId) {
        var once = "overdue-" + reminders.today();
        correspondence.tellStaff(request, once, letters -> letters.overdue(Correspondence.aboutTask(request, taskId)));
        record(request, taskId, once, "escalated", "overdue");
        correspondence.write(
                request, "late", (letters, address) -> letters.late(address, Correspondence.about(request)));
    }

    private void record(Request request, String taskId, String once, String what, String occasion) {
        ledger.append(new Entry(
                request.id() + "/" + once,
                clock.instant(),
                what,
                request.id(),
                "kept",
                Map.of("occasion", occasion, "task", taskId)));
    }

    private static int percent(Reminder due) {
        return switch (due.occasion()) {
            case HALF -> 50;
            case THREE_QUARTERS -> 75;
            case NINE_TENTHS -> ESCALATED;
            case LAST_DAY -> 99;
        };
    }
}
