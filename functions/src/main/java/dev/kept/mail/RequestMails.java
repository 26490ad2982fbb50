package dev.kept.mail;

import dev.kept.page.RemediesItem;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Set;

/**
 * The mails to people about their requests, and to the recipients of their data. None to a person holds personal data beyond
 * the reference and what a link opens.
 */
public final class RequestMails {
    /** The kinds while which are decided the data are restricted: a refusal says that this ends (GDPR art. 18(3)). */
    private static final Set<String> LIMITING = Set.of("restriction", "objection");

    private final Letterhead head;

    public RequestMails(Letterhead head) {
        this.head = head;
    }

    /** Asks to confirm; reads the same whether or not anything is held about the address. */
    public Mail confirm(ConfirmMail view) {
        return new Draft(head)
                .paragraph("mail.confirm.text", head.organisation())
                .facts(view.reference(), view.kind())
                .button("mail.confirm.button", view.link())
                .paragraph("mail.confirm.valid", view.valid().toHours())
                .small("mail.confirm.notyou")
                .small("mail.confirm.neutral")
                .signed("mail.confirm.subject", head.organisation());
    }

    /** Reminds of a confirmation that has not come. */
    public Mail remind(ConfirmMail view) {
        return new Draft(head)
                .paragraph("mail.remind.text", head.organisation())
                .facts(view.reference(), view.kind())
                .button("mail.confirm.button", view.link())
                .paragraph("mail.remind.valid", view.valid().toHours())
                .small("mail.confirm.notyou")
                .small("mail.confirm.neutral")
                .signed("mail.remind.subject", head.organisation());
    }

    /** Asks whoever gets no marketing any more whether she has consented to it anew; it advertises nothing. */
    public Mail consentAgain(String link, Duration valid) {
        return new Draft(head)
                .paragraph("mail.consent.text", head.organisation())
                .paragraph("mail.consent.stopped")
                .button("mail.consent.button", link)
                .paragraph("mail.confirm.valid", valid.toHours())
                .small("mail.consent.notyou")
                .paragraph("mail.closing", head.organisation())
                .small("mail.consent.contact", head.contact())
                .unsigned("mail.consent.subject", head.organisation());
    }

    /** Says that a request was never confirmed and is closed. */
    public Mail lapsed(String reference, String kind) {
        return new Draft(head)
                .paragraph("mail.lapsed.text")
                .facts(reference, kind)
                .paragraph("mail.lapsed.again")
                .signed("mail.lapsed.subject");
    }

    /** Says that a request is confirmed and by when it is answered. */
    public Mail working(String reference, String kind, LocalDate answerBy) {
        var draft = new Draft(head);
        return draft.paragraph("mail.working.text")
                .facts(reference, kind, "fact.answerBy", draft.day(answerBy))
                .paragraph("mail.working.next")
                .signed("mail.working.subject");
    }

    /** Puts an answer off (GDPR art. 12(3)). */
    public Mail extended(ExtensionMail view) {
        var draft = new Draft(head);
        return draft.paragraph("mail.extended.text", draft.day(view.received()))
                .facts(view.reference(), view.kind(), "fact.extendedTo", draft.day(view.newDate()))
                .paragraph("mail.extended.reason", view.reason())
                .plain(view.explanation())
                .paragraph("mail.extended.law", draft.day(view.newDate()))
                .signed("mail.extended.subject");
    }

    /** Asks for what removes a doubt about who is asking. */
    public Mail identity(IdentityMail view) {
        var draft = new Draft(head);
        return draft.paragraph("mail.identity.text")
                .facts(view.reference(), view.kind(), "identity.why", view.why(), "identity.what", view.what())
                .button("mail.identity.button", view.link())
                .paragraph("mail.identity.suspended", draft.day(view.suspendedFrom()))
                .small("identity.careful")
                .signed("mail.identity.subject");
    }

    /** Refuses, in whole or in part (GDPR art. 12(4)). */
    public Mail refused(RefusalMail view) {
        var draft = new Draft(head);
        var received = draft.day(view.received());
        draft.paragraph("mail.refused.text", received, draft.kind(view.kind()))
                .facts(view.reference(), view.kind())
                .points(view.refused().stream()
                        .map(refused -> draft.texts()
                                .get("mail.refused.point", refused.category(), refused.fact(), refused.ground()))
                        .toList());
        var others = view.othersDone();
        if (others != null) {
            draft.paragraph("mail.refused.others", draft.day(others));
        }
        if (LIMITING.contains(view.kind())) {
            draft.paragraph("mail.refused.lifting");
        }
        return remedies(draft, view.remedies())
                .paragraph("mail.refused.contact", view.contact())
                .signed("mail.refused.subject");
    }

    /** Says that the answer can be fetched. */
    public Mail answered(AnswerMail view) {
        var draft = new Draft(head);
        return draft.paragraph("mail.answered.text")
                .facts(view.reference(), view.kind())
                .button("mail.answered.button", view.link())
                .paragraph("mail.answered.until", draft.moment(view.until()), view.downloads())
                .small("mail.answered.careful")
                .signed("mail.answered.subject");
    }

    /** Says that the answer was downloaded, so that a stranger who had the link does not stay unseen. */
    public Mail downloaded(DownloadedMail view) {
        var draft = new Draft(head);
        return draft.paragraph("mail.downloaded.text", draft.moment(view.at()))
                .facts(view.reference(), view.kind())
                .paragraph("mail.downloaded.again", view.downloads())
                .paragraph("mail.downloaded.notyou")
                .signed("mail.downloaded.subject");
    }

    /** Tells an address on file that an erasure has been asked for at another one. */
    public Mail erasureOpened(String reference, String kind, String link) {
        return new Draft(head)
                .paragraph("mail.erasureOpened.text", head.organisation())
                .facts(reference, kind)
                .paragraph("mail.erasureOpened.yours")
                .button("mail.erasureOpened.button", link)
                .small("mail.erasureOpened.nothing")
                .signed("mail.erasureOpened.subject", head.organisation());
    }

    /** Answers a deletion request: what has gone, what stays and why, what is still open. */
    public Mail erased(ErasureMail view, RemediesItem remedies) {
        var draft = new Draft(head);
        draft.paragraph(view.open().isEmpty() ? "mail.erased.text" : "mail.erased.partly", draft.day(view.received()))
                .facts(view.reference(), view.kind());
        if (view.erased().isEmpty()) {
            draft.paragraph("mail.erased.none");
        } else {
            draft.paragraph("mail.erased.gone")
                    .points(view.erased().stream()
                            .map(gone -> gone(draft, gone))
                            .toList())
                    .paragraph("mail.erased.backups", draft.day(view.backups()));
        }
        if (!view.open().isEmpty()) {
            draft.paragraph("mail.erased.open").points(view.open());
        }
        if (!view.withheld().isEmpty()) {
            draft.paragraph("mail.erased.withheld")
                    .points(view.withheld().stream()
                            .map(stays -> withheld(draft, stays))
                            .toList());
            remedies(draft, remedies);
        }
        if (view.suppressed()) {
            draft.small("mail.suppression");
        }
        return draft.small("mail.erased.trace").signed("mail.erased.subject");
    }

    private static String gone(Draft draft, ErasureMail.Erased gone) {
        return gone.people() == 0
                ? draft.texts().get("mail.erased.point", gone.category(), gone.system(), gone.count())
                : draft.texts().get("mail.erased.counted", gone.category(), gone.system(), gone.count(), gone.people());
    }

    private static String withheld(Draft draft, ErasureMail.Withheld stays) {
        var until = draft.day(stays.until());
        return stays.hold()
                ? draft.texts().get("mail.erased.held", stays.category(), stays.system(), stays.count(), until)
                : draft.texts()
                        .get(
                                "mail.erased.kept",
                                stays.category(),
                                stays.system(),
                                stays.count(),
                                stays.fact(),
                                stays.law(),
                                until);
    }

    /** Answers a correction request, field by field. */
    public Mail corrected(CorrectionMail view, RemediesItem remedies) {
        var draft = new Draft(head);
        var texts = draft.texts();
        draft.paragraph(
                        view.open().isEmpty() ? "mail.corrected.text" : "mail.corrected.partly",
                        draft.day(view.received()))
                .facts(view.reference(), view.kind())
                .points(view.corrected().stream()
                        .map(done -> done.systems().isEmpty()
                                ? texts.get("mail.corrected.nowhere", done.field())
                                : texts.get("mail.corrected.point", done.field(), String.join(", ", done.systems())))
                        .toList());
        if (!view.open().isEmpty()) {
            draft.paragraph("mail.corrected.open").points(view.open());
        }
        if (!view.recipients().isEmpty()) {
            draft.paragraph("mail.corrected.recipients").points(view.recipients());
        }
        if (!view.refused().isEmpty()) {
            draft.paragraph("mail.corrected.refused")
                    .points(view.refused().stream()
                            .map(refused -> texts.get(
                                    "mail.refused.point", refused.category(), refused.fact(), refused.ground()))
                            .toList());
        }
        if (!view.note().isEmpty()) {
            draft.plain(view.note());
        }
        if (!view.refused().isEmpty()) {
            remedies(draft, remedies);
        }
        if (view.restricted()) {
            draft.small("mail.corrected.restriction");
        }
        return draft.signed(view.corrected().isEmpty() ? "mail.refused.subject" : "mail.corrected.subject");
    }

    /** Answers a request for restriction, or an objection. */
    public Mail limited(LimitMail view) {
        var draft = new Draft(head);
        draft.paragraph("mail.limited.text", draft.day(view.received())).facts(view.reference(), view.kind());
        if (view.marketing()) {
            draft.paragraph(view.open().isEmpty() ? "mail.limited.marketing" : "mail.limited.marketing.partly");
        }
        if (!view.stopped().isEmpty()) {
            draft.paragraph("mail.limited.stopped").points(view.stopped());
        }
        if (view.restricted()) {
            draft.paragraph("mail.limited.restricted");
        }
        if (!view.open().isEmpty()) {
            draft.paragraph("mail.limited.open").points(view.open());
        }
        if (view.marketing()) {
            draft.small("mail.suppression");
        }
        return draft.signed("mail.limited.subject");
    }

    /** Says, before it happens, that a restriction ends (GDPR art. 18(3)). */
    public Mail lifting(String reference, String kind, RemediesItem remedies) {
        var draft = new Draft(head)
                .paragraph("mail.lifting.text")
                .facts(reference, kind)
                .paragraph("mail.lifting.next");
        return remedies(draft, remedies).signed("mail.lifting.subject");
    }

    /** Tells a recipient what has become of a person's data (GDPR art. 19). */
    public Mail toRecipient(RecipientMail view) {
        var draft = new Draft(head);
        draft.paragraph(
                        "mail.recipient.text",
                        head.organisation(),
                        draft.texts().word("told", view.kind()))
                .facts(view.reference(), view.kind())
                .paragraph("mail.recipient.known")
                .points(view.known());
        if (!view.values().isEmpty()) {
            draft.paragraph("mail.recipient.values")
                    .points(view.values().entrySet().stream()
                            .map(value -> draft.texts().get("mail.recipient.value", value.getKey(), value.getValue()))
                            .toList());
        }
        return draft.paragraph("mail.recipient.answer").signed("mail.recipient.subject", head.organisation());
    }

    /** Says that a request was carried out, category by category. */
    public Mail done(DoneMail view) {
        var draft = new Draft(head);
        draft.paragraph("mail.done.text", draft.day(view.received()))
                .facts(view.reference(), view.kind())
                .points(view.done());
        if (!view.kept().isEmpty()) {
            draft.paragraph("mail.done.kept").points(view.kept());
        }
        return draft.signed("mail.done.subject");
    }

    /** Tells whoever has cancelled what happens when, and how to take it back. */
    public Mail closing(ClosingMail view) {
        var draft = new Draft(head);
        var days = view.days();
        switch (days.stage()) {
            case BEGUN -> draft.paragraph("mail.closing.begun", draft.day(days.effective()));
            case EXPORT -> draft.paragraph("mail.closing.ended", draft.day(days.effective()));
            case SECOND -> draft.paragraph("mail.closing.again", draft.day(days.effective()));
        }
        draft.facts(view.reference(), view.kind())
                .paragraph("mail.closing.days", draft.day(days.purge()), draft.day(days.last()));
        days.retrieval().ifPresent(until -> draft.paragraph("mail.closing.retrieval", draft.day(until)));
        var export = view.exportLink();
        if (export != null) {
            draft.button("mail.closing.export", export);
        }
        draft.button("mail.closing.reinstate", view.reinstateLink());
        var eraseNow = view.eraseNowLink();
        if (eraseNow != null) {
            draft.paragraph("mail.closing.erasenow.text").button("mail.closing.erasenow", eraseNow);
        }
        return draft.small("mail.closing.law")
                .signed(
                        switch (days.stage()) {
                            case BEGUN -> "mail.closing.subject.begun";
                            case EXPORT -> "mail.closing.subject.export";
                            case SECOND -> "mail.closing.subject.second";
                        });
    }

    /** Says that there is no account to cancel. */
    public Mail closingNobody(String reference, String kind) {
        return new Draft(head)
                .paragraph("mail.closing.nobody.text")
                .facts(reference, kind)
                .paragraph("mail.closing.nobody.next")
                .signed("mail.closing.nobody.subject");
    }

    /** Says that the account was cancelled already. */
    public Mail closingFolded(String reference, String kind, LocalDate last) {
        var draft = new Draft(head);
        return draft.paragraph("mail.closing.folded.text", draft.day(last))
                .facts(reference, kind)
                .signed("mail.closing.folded.subject");
    }

    /** Says that a request was withdrawn. */
    public Mail withdrawn(String reference, String kind) {
        return new Draft(head)
                .paragraph("mail.withdrawn.text")
                .facts(reference, kind)
                .small("mail.withdrawn.notyou")
                .signed("mail.withdrawn.subject");
    }

    /** Admits that a date was missed, and says what the person can do about it. */
    public Mail late(LateMail view) {
        var draft = new Draft(head);
        draft.paragraph("mail.late.text", draft.day(view.answerBy()))
                .facts(view.reference(), view.kind())
                .paragraph("mail.late.next");
        return remedies(draft, view.remedies()).signed("mail.late.subject");
    }

    /** Admits that something went wrong on our side. */
    public Mail failed(FailedMail view) {
        var draft = new Draft(head);
        draft.paragraph("mail.failed.text")
                .facts(view.reference(), view.kind(), "fact.answerBy", draft.day(view.answerBy()))
                .paragraph("mail.failed.next");
        return remedies(draft, view.remedies()).signed("mail.failed.subject");
    }

    /** Says that what had gone wrong is mended; the date stays as it was. */
    public Mail resumed(String reference, String kind, LocalDate answerBy) {
        var draft = new Draft(head);
        return draft.paragraph("mail.resumed.text")
                .facts(reference, kind, "fact.answerBy", draft.day(answerBy))
                .paragraph("mail.resumed.next")
                .signed("mail.resumed.subject");
    }

    private static Draft remedies(Draft draft, RemediesItem remedies) {
        return draft.paragraph("mail.remedies", remedies.authority(), remedies.address(), remedies.website())
                .plain(remedies.judicial());
    }
}
