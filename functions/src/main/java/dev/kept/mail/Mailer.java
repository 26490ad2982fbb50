package dev.kept.mail;

import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.ses.SesClient;

/** Sends mails by SES. */
public final class Mailer {
    private final SesClient ses;
    private final String sender;

    public Mailer(SesClient ses, String sender) {
        this.ses = ses;
        this.sender = sender;
    }

    /** Sends one mail to one address. */
    public void send(String address, String subject, String text) {
        try {
            ses.sendEmail(mail -> mail.source(sender)
                    .destination(to -> to.toAddresses(address))
                    .message(message -> message.subject(
                                    content -> content.charset("UTF-8").data(subject))
                            .body(body -> body.text(
                                    content -> content.charset("UTF-8").data(text)))));
        } catch (SdkException refused) {
            throw new MailNotSent(refused);
        }
    }

    /** A mail did not leave; says nothing of whom it was for. */
    public static final class MailNotSent extends RuntimeException {
        MailNotSent(SdkException cause) {
            super("the mail did not leave: " + cause.getClass().getSimpleName());
            setStackTrace(cause.getStackTrace());
        }
    }
}
