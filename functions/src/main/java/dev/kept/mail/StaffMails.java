package dev.kept.mail;

/** The mails to staff: ids and dates only, since a mailbox is not a place for a person's data. */
public final class StaffMails {
    private final Letterhead head;

    public StaffMails(Letterhead head) {
        this.head = head;
    }

    /** A task waits for a decision. */
    public Mail waiting(TaskMail view) {
        return about(view, "mail.task.waiting").unsigned("mail.task.waiting.subject", task(view));
    }

    /** So much of the time is used up. */
    public Mail reminder(TaskMail view, int percent) {
        return about(view, "mail.task.reminder", percent).unsigned("mail.task.reminder.subject", percent, task(view));
    }

    /** Nobody decided in time: to the data protection officer. */
    public Mail escalation(TaskMail view) {
        return about(view, "mail.task.escalation").unsigned("mail.task.escalation.subject", task(view));
    }

    /** The due date has passed. */
    public Mail overdue(TaskMail view) {
        return about(view, "mail.task.overdue").unsigned("mail.task.overdue.subject", task(view));
    }

    /** A request has failed, with the name of the error: to the data protection officer. */
    public Mail failed(TaskMail view, String error) {
        return about(view, "mail.task.failed", error).unsigned("mail.task.failed.subject");
    }

    private Draft about(TaskMail view, String key, Object... values) {
        var draft = new Draft(head);
        return draft.paragraph(key, values)
                .facts(
                        view.requestId(),
                        view.kind(),
                        "tasks.task",
                        task(view) + " (" + view.taskId() + ")",
                        "fact.due",
                        draft.moment(view.due()))
                .button("mail.task.button", view.link());
    }

    private String task(TaskMail view) {
        return new Draft(head).texts().wordOr("task", view.task(), view.task());
    }
}
