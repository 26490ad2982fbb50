package dev.kept.mail;

import dev.kept.page.Language;
import dev.kept.policy.Policy;
import java.time.Instant;

/** Writes and sends every mail to staff: ids and dates only. */
public final class StaffLetters {
    private static final String PRIVACY = "privacy";
    private static final String DPO = "dpo";

    private final Policy policy;
    private final Mailer mailer;
    private final String publicAddress;

    public StaffLetters(Policy policy, Mailer mailer, String publicAddress) {
        this.policy = policy;
        this.mailer = mailer;
        this.publicAddress = publicAddress;
    }

    /**
     * The task that a mail is about.
     *
     * @param kind the request's kind, such as {@code access}
     */
    public record About(String taskId, String requestId, String kind, Instant due) {}

    public void waiting(About about) {
        send(PRIVACY, mails().waiting(task(about)));
    }

    /** A task waits that is no decision about a request, such as {@code tell-recipient}. */
    public void errand(About about, String task) {
        send(PRIVACY, mails().waiting(task(about, task)));
    }

    /** So much of the time is used; from 90 percent on the data protection officer hears of it too. */
    public void reminder(About about, int percent) {
        send(PRIVACY, mails().reminder(task(about), percent));
        if (percent >= 90) {
            send(DPO, mails().escalation(task(about)));
        }
    }

    public void overdue(About about) {
        send(PRIVACY, mails().overdue(task(about)));
        send(DPO, mails().overdue(task(about)));
    }

    /** A request has failed: to the data protection officer. */
    public void failed(About about, String error) {
        send(DPO, mails().failed(task(about), error));
    }

    private TaskMail task(About about) {
        return task(about, "decide-" + about.kind());
    }

    private TaskMail task(About about, String task) {
        return new TaskMail(
                about.taskId(),
                task,
                about.requestId(),
                about.kind(),
                about.due().atZone(policy.zone()),
                publicAddress + "/staff/tasks/" + about.taskId());
    }

    private StaffMails mails() {
        var language = Language.find(policy.languages().get(0)).orElse(Language.FRENCH);
        return new StaffMails(new Letterhead(
                language, policy.organisation().name(), policy.organisation().contact()));
    }

    private void send(String role, Mail mail) {
        var address = policy.addresses().staff().get(role);
        if (address != null) {
            mailer.send(address, mail);
        }
    }
}
