package dev.kept.mail;

import dev.kept.page.Language;
import dev.kept.page.PolicyItems;
import dev.kept.page.RemediesItem;
import dev.kept.policy.Policy;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Every mail with contents as they occur. */
public final class MailSamples {
    static final String LINK = "https://privacy.example.com/requests/01JD8Q6Z7M3XK5V9T2RB4N0WYC/confirmation?token=abc";
    static final String REFERENCE = "01JD8Q6Z7M3XK5V9T2RB4N0WYC";
    private static final LocalDate DAY = LocalDate.of(2026, 12, 3);
    private static final ZonedDateTime MOMENT = DAY.atTime(17, 30).atZone(ZoneId.of("Europe/Paris"));

    private final Language language;

    public MailSamples(Language language) {
        this.language = language;
    }

    RemediesItem remedies() {
        return new PolicyItems(Policy.load("faveo-helpdesk"), language).remedies();
    }

    RefusalMail refusal() {
        var refused = new RefusalMail.Refused(
                "Factures", "La loi nous oblige à les conserver dix ans", "Code de commerce, art. L123-22");
        return new RefusalMail(
                REFERENCE, "deletion", DAY.minusMonths(1), List.of(refused), DAY, remedies(), "dpo@example.com");
    }

    public Map<String, Mail> toPeople() {
        var mails = new RequestMails(head());
        var confirm = new ConfirmMail(REFERENCE, "access", LINK, Duration.ofHours(24));
        var all = new LinkedHashMap<String, Mail>();
        all.put("confirm", mails.confirm(confirm));
        all.put("remind", mails.remind(confirm));
        all.put("lapsed", mails.lapsed(REFERENCE, "access"));
        all.put("working", mails.working(REFERENCE, "access", DAY));
        all.put(
                "extended",
                mails.extended(new ExtensionMail(
                        REFERENCE,
                        "access",
                        DAY.minusMonths(1),
                        "Données réparties dans de nombreux systèmes",
                        "Vos messages des dix dernières années sont dans deux archives qu’il faut relire.",
                        DAY.plusMonths(2))));
        all.put(
                "identity",
                mails.identity(new IdentityMail(
                        REFERENCE,
                        "access",
                        "le mois de votre dernière commande",
                        "votre adresse a changé il y a peu",
                        DAY,
                        LINK)));
        all.put("refused", mails.refused(refusal()));
        all.put("answered", mails.answered(new AnswerMail(REFERENCE, "access", LINK, MOMENT, 5)));
        all.put("downloaded", mails.downloaded(new DownloadedMail(REFERENCE, "access", MOMENT, 5)));
        all.put(
                "done",
                mails.done(new DoneMail(
                        REFERENCE,
                        "deletion",
                        DAY,
                        List.of("Coordonnées – effacées"),
                        List.of("Factures – dix ans, Code de commerce, art. L123-22"))));
        all.put("withdrawn", mails.withdrawn(REFERENCE, "access"));
        all.put("late", mails.late(new LateMail(REFERENCE, "access", DAY, remedies())));
        all.put("failed", mails.failed(new FailedMail(REFERENCE, "access", DAY, remedies())));
        all.put("resumed", mails.resumed(REFERENCE, "access", DAY));
        return all;
    }

    public Map<String, Mail> toStaff() {
        var mails = new StaffMails(head());
        var task = new TaskMail("t-17", "decide-request", REFERENCE, "access", MOMENT, LINK);
        var all = new LinkedHashMap<String, Mail>();
        all.put("task-waiting", mails.waiting(task));
        all.put("task-reminder", mails.reminder(task, 75));
        all.put("task-escalation", mails.escalation(task));
        all.put("task-overdue", mails.overdue(task));
        return all;
    }

    Letterhead head() {
        return new Letterhead(language, "Faveo Helpdesk", "privacy@example.com");
    }
}
