package dev.kept.mail;

/** A mail lacks something that it has to say; names what, never a value. */
public final class MailIncomplete extends RuntimeException {
    MailIncomplete(String name) {
        super("the mail lacks " + name, null, false, false);
    }
}
