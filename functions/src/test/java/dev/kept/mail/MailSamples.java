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
import java.util.Optional;

/** Every mail with contents as they occur. */
public final class MailSamples {
    static final String LINK = "https://privacy.example.com/requests/01JD8Q6Z7M3XK5V9T2RB4N0WYC/confirmation?token=abc";
    private static final String CONSENT_LINK = LINK.replace("/requests/", "/consents/");
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
        all.put("consent-again", mails.consentAgain(CONSENT_LINK, Duration.ofHours(24)));
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
        all.put("refused-restriction", mails.refused(refusedRestriction()));
        all.put("answered", mails.answered(new AnswerMail(REFERENCE, "access", LINK, MOMENT, 5)));
        all.put("answered-portability", mails.answered(new AnswerMail(REFERENCE, "portability", LINK, MOMENT, 5)));
        all.put("downloaded", mails.downloaded(new DownloadedMail(REFERENCE, "access", MOMENT, 5)));
        all.put(
                "done",
                mails.done(new DoneMail(
                        REFERENCE,
                        "deletion",
                        DAY,
                        List.of("Coordonnées – effacées"),
                        List.of("Factures – dix ans, Code de commerce, art. L123-22"))));
        limits(mails, all);
        closings(mails, all);
        all.put("withdrawn", mails.withdrawn(REFERENCE, "access"));
        all.put("late", mails.late(new LateMail(REFERENCE, "access", DAY, remedies())));
        all.put("failed", mails.failed(new FailedMail(REFERENCE, "access", DAY, remedies())));
        all.put("resumed", mails.resumed(REFERENCE, "access", DAY));
        return all;
    }

    private static void closings(RequestMails mails, Map<String, Mail> all) {
        for (var stage : ClosingMail.Stage.values()) {
            var days =
                    new ClosingMail.Days(stage, DAY, DAY.plusDays(31), DAY.plusDays(33), Optional.of(DAY.plusDays(30)));
            all.put(
                    "closing-" + stage.word(),
                    mails.closing(new ClosingMail(REFERENCE, "cancellation", days, LINK, LINK, LINK)));
        }
        all.put("closing-nobody", mails.closingNobody(REFERENCE, "cancellation"));
        all.put("closing-folded", mails.closingFolded(REFERENCE, "cancellation", DAY));
    }

    private RefusalMail refusedRestriction() {
        var refused =
                new RefusalMail.Refused("Toutes vos données", "Leur exactitude a été vérifiée", "RGPD, art. 18(1)(a)");
        return new RefusalMail(
                REFERENCE, "restriction", DAY.minusMonths(1), List.of(refused), null, remedies(), "dpo@example.com");
    }

    /** What is no longer done with data: to the person, and to those who were given them. */
    private void limits(RequestMails mails, Map<String, Mail> all) {
        var received = DAY.minusMonths(1);
        var tickets = List.of("Tickets d’assistance");
        all.put(
                "limited-restriction",
                mails.limited(new LimitMail(REFERENCE, "restriction", received, true, false, List.of(), tickets)));
        all.put(
                "limited-objection",
                mails.limited(new LimitMail(
                        REFERENCE,
                        "objection",
                        received,
                        false,
                        true,
                        List.of("Informations sur l’entreprise"),
                        List.of("Service d’envoi de la lettre d’information"))));
        all.put(
                "limited-marketing",
                mails.limited(new LimitMail(REFERENCE, "objection", received, false, true, List.of(), List.of())));
        all.put("lifting", mails.lifting(REFERENCE, "restriction", remedies()));
        for (var kind : List.of("restriction", "objection")) {
            var known = List.of("camille.martin@example.com");
            all.put("recipient-" + kind, mails.toRecipient(new RecipientMail(REFERENCE, kind, known, Map.of())));
        }
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
