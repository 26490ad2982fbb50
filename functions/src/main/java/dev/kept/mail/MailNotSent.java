package dev.kept.mail;

/** SES did not take a mail; carries the code of its error and no message, which could name an address. */
public final class MailNotSent extends RuntimeException {
    MailNotSent(String code) {
        super("the mail was not sent: " + code);
    }
}
