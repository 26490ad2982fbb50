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
        var escalate = due.occasion().compareTo(Reminder.Occasion.NINE_TENTHS) >= 0;
        var occasion = word(due);
        say(request, taskId, occasion, "reminder-" + occasion + "-" + due.at(), escalate);
    }

    /** The strict date has passed: the officer hears of it daily, the person is told once that we are late. */
    private void overdue(Request request, String taskId) {
        say(request, taskId, "overdue", "overdue-" + reminders.today(), true);
        correspondence.write(
                request, "missed", (letters, address) -> letters.missed(address, Correspondence.about(request)));
    }

    private void say(Request request, String taskId, String occasion, String once, boolean escalate) {
        correspondence.tellStaff(
                request,
                once,
                letters -> letters.taskReminder(Correspondence.about(request), taskId, occasion, escalate));
        ledger.append(new Entry(
                request.id() + "/" + once,
                clock.instant(),
                escalate ? "escalated" : "reminded",
                request.id(),
                "kept",
                Map.of("occasion", occasion, "task", taskId)));
    }

    private static String word(Reminder due) {
        return switch (due.occasion()) {
            case HALF -> "50";
            case THREE_QUARTERS -> "75";
            case NINE_TENTHS -> "90";
            case LAST_DAY -> "last-day";
        };
    }
}
