package dev.kept.mail;

import dev.kept.page.Language;
import dev.kept.page.RemediesItem;
import dev.kept.page.Texts;
import dev.kept.policy.Ground;
import dev.kept.policy.Policy;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** Writes and sends every mail about a request to the person, in the language of the request. */
public final class Letters {
    private final Policy policy;
    private final Mailer mailer;
    private final String publicAddress;

    public Letters(Policy policy, Mailer mailer, String publicAddress) {
        this.policy = policy;
        this.mailer = mailer;
        this.publicAddress = publicAddress;
    }

    /**
     * What a letter is about.
     *
     * @param answerBy the strict date
     */
    public record About(String requestId, String kind, String language, Instant received, LocalDate answerBy) {}

    public void confirm(String address, About about, String token) {
        send(address, mails(about).confirm(confirmation(about, token)));
    }

    public void remindToConfirm(String address, About about, String token) {
        send(address, mails(about).remind(confirmation(about, token)));
    }

    public void lapsed(String address, About about) {
        send(address, mails(about).lapsed(about.requestId(), about.kind()));
    }

    public void working(String address, About about) {
        send(address, mails(about).working(about.requestId(), about.kind(), about.answerBy()));
    }

    /** Tells of an extension; {@code note} are staff's own words, empty for none. */
    public void extended(String address, About about, Ground ground, String note, LocalDate until) {
        var reason = ground.text().in(about.language());
        var explanation = note.isEmpty() ? ground.article() : note;
        send(
                address,
                mails(about)
                        .extended(new ExtensionMail(
                                about.requestId(), about.kind(), received(about), reason, explanation, until)));
    }

    public void askIdentity(String address, About about, String question, LocalDate since, String token) {
        var why = Texts.in(language(about)).get("mail.identity.doubt");
        send(
                address,
                mails(about)
                        .identity(new IdentityMail(
                                about.requestId(),
                                about.kind(),
                                question,
                                why,
                                since,
                                link(about, "identity", token))));
    }

    /** Refuses on that ground; {@code note} are staff's own words, empty for none. */
    public void refused(String address, About about, Ground ground, String note) {
        var fact = ground.text().in(about.language()) + (note.isEmpty() ? "" : " " + note);
        var everything = Texts.in(language(about)).get("mail.refused.everything");
        send(
                address,
                mails(about)
                        .refused(new RefusalMail(
                                about.requestId(),
                                about.kind(),
                                received(about),
                                List.of(new RefusalMail.Refused(everything, fact, ground.article())),
                                null,
                                remedies(about),
                                policy.organisation().contact())));
    }

    public void ready(String address, About about, String token, Instant until) {
        send(
                address,
                mails(about)
                        .answered(new AnswerMail(
                                about.requestId(),
                                about.kind(),
                                publicAddress + "/answers/" + about.requestId() + "?token=" + token,
                                until.atZone(policy.zone()),
                                policy.deadlines().downloads())));
    }

    /** Tells another address on file that an erasure has been asked for, and how to say that it must not be done. */
    public void erasureOpened(String address, About about, String token) {
        send(address, mails(about).erasureOpened(about.requestId(), about.kind(), link(about, "contest", token)));
    }

    /** Answers a deletion request. */
    public void erased(String address, String language, ErasureMail mail) {
        var spoken = Language.find(language).orElse(Language.FRENCH);
        send(address, mails(spoken).erased(mail, remedies(language)));
    }

    /** Answers a correction request. */
    public void corrected(String address, String language, CorrectionMail mail) {
        var spoken = Language.find(language).orElse(Language.FRENCH);
        send(address, mails(spoken).corrected(mail, remedies(language)));
    }

    /** Answers a request for restriction, or an objection. */
    public void limited(String address, String language, LimitMail mail) {
        var spoken = Language.find(language).orElse(Language.FRENCH);
        send(address, mails(spoken).limited(mail));
    }

    /** Asks whoever gets no marketing any more whether she has consented to it anew. */
    public void consentAgain(String address, String language, String consentId, String token) {
        var spoken = Language.find(language).orElse(Language.FRENCH);
        var link = publicAddress + "/consents/" + consentId + "/confirmation?token=" + token;
        send(address, mails(spoken).consentAgain(link, policy.deadlines().confirmation()));
    }

    /** Says that a restriction ends now. */
    public void lifting(String address, About about) {
        send(address, mails(about).lifting(about.requestId(), about.kind(), remedies(about)));
    }

    /** Tells a recipient what has become of a person's data, in the organisation's own language. */
    public void toRecipient(String address, RecipientMail mail) {
        var spoken = Language.find(policy.languages().get(0)).orElse(Language.FRENCH);
        send(address, mails(spoken).toRecipient(mail));
    }

    public void downloaded(String address, About about, Instant at) {
        send(
                address,
                mails(about)
                        .downloaded(new DownloadedMail(
                                about.requestId(),
                                about.kind(),
                                at.atZone(policy.zone()),
                                policy.deadlines().downloads())));
    }

    public void late(String address, About about) {
        send(
                address,
                mails(about).late(new LateMail(about.requestId(), about.kind(), about.answerBy(), remedies(about))));
    }

    public void failed(String address, About about) {
        send(
                address,
                mails(about)
                        .failed(new FailedMail(about.requestId(), about.kind(), about.answerBy(), remedies(about))));
    }

    /** Says that a request goes on that had failed. */
    public void resumed(String address, About about) {
        send(address, mails(about).resumed(about.requestId(), about.kind(), about.answerBy()));
    }

    /** Tells whoever has cancelled what happens when. */
    public void closing(String address, About about, ClosingMail.Days days, ClosingMail.Tokens tokens) {
        var eraseNow = tokens.eraseNow();
        var export = tokens.export();
        send(
                address,
                mails(about)
                        .closing(new ClosingMail(
                                about.requestId(),
                                about.kind(),
                                days,
                                link(about, "reinstatement", tokens.reinstate()),
                                eraseNow == null ? null : link(about, "erasure", eraseNow),
                                export == null
                                        ? null
                                        : publicAddress + "/answers/" + about.requestId() + "?token=" + export)));
    }

    /** Says that there is no account to cancel. */
    public void closingNobody(String address, About about) {
        send(address, mails(about).closingNobody(about.requestId(), about.kind()));
    }

    /** Says that the account was cancelled already. */
    public void closingFolded(String address, About about, LocalDate last) {
        send(address, mails(about).closingFolded(about.requestId(), about.kind(), last));
    }

    public void withdrawn(String address, About about) {
        send(address, mails(about).withdrawn(about.requestId(), about.kind()));
    }

    private ConfirmMail confirmation(About about, String token) {
        return new ConfirmMail(
                about.requestId(),
                about.kind(),
                link(about, "confirmation", token),
                policy.deadlines().confirmation());
    }

    private String link(About about, String what, String token) {
        return publicAddress + "/requests/" + about.requestId() + "/" + what + "?token=" + token;
    }

    private LocalDate received(About about) {
        return LocalDate.ofInstant(about.received(), policy.zone());
    }

    private RemediesItem remedies(About about) {
        return remedies(about.language());
    }

    private RemediesItem remedies(String language) {
        var remedies = policy.remedies();
        return new RemediesItem(
                remedies.authority(),
                remedies.address(),
                remedies.website(),
                remedies.judicial().in(language));
    }

    private RequestMails mails(About about) {
        return mails(language(about));
    }

    private RequestMails mails(Language language) {
        return new RequestMails(new Letterhead(
                language, policy.organisation().name(), policy.organisation().contact()));
    }

    private static Language language(About about) {
        return Language.find(about.language()).orElse(Language.FRENCH);
    }

    private void send(String address, Mail mail) {
        mailer.send(address, mail);
    }
}
