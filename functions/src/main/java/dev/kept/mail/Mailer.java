package dev.kept.mail;

import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.ses.SesClient;
import software.amazon.awssdk.services.ses.model.Content;
import software.amazon.awssdk.services.ses.model.SesException;

/** Sends mails with SES, as text and HTML in one. */
public final class Mailer {
    private final SesClient ses;
    private final String sender;

    /** Sends from the address {@code sender}, which SES has verified. */
    public Mailer(SesClient ses, String sender) {
        this.ses = ses;
        this.sender = sender;
    }

    /**
     * Sends one mail to one address and gives SES's id of it.
     *
     * @throws MailNotSent when SES did not take it
     */
    public String send(String address, Mail mail) {
        try {
            return ses.sendEmail(call -> call.source(sender)
                            .destination(to -> to.toAddresses(address))
                            .message(message -> message.subject(utf8(mail.subject()))
                                    .body(body -> body.text(utf8(mail.text())).html(utf8(mail.html())))))
                    .messageId();
        } catch (SdkException failure) {
            throw new MailNotSent(code(failure));
        }
    }

    private static Content utf8(String text) {
        return Content.builder().charset("UTF-8").data(text).build();
    }

    private static String code(SdkException failure) {
        return failure instanceof SesException refusal && refusal.awsErrorDetails() != null
                ? refusal.awsErrorDetails().errorCode()
                : failure.getClass().getSimpleName();
    }
}
