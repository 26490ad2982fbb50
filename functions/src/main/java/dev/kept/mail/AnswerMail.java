package dev.kept.mail;

import java.time.ZonedDateTime;

/** The mail that says that an answer can be fetched; nothing of the answer is in it. */
public record AnswerMail(String reference, String kind, String link, ZonedDateTime until, int downloads) {
    @Override
    public String toString() {
        return "AnswerMail[" + reference + "]";
    }
}
