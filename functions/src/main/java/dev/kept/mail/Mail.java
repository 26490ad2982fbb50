package dev.kept.mail;

/** A mail ready to be sent. */
public record Mail(String subject, String text, String html) {
    /** A mail holds links and what concerns a person: it is not shown. */
    @Override
    public String toString() {
        return "Mail[personal]";
    }
}
