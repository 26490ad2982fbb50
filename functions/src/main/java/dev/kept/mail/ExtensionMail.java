package dev.kept.mail;

import java.time.LocalDate;

/** The mail that puts off an answer (GDPR art. 12(3)): why, and until when. */
public record ExtensionMail(
        String reference, String kind, LocalDate received, String reason, String explanation, LocalDate newDate) {
    public ExtensionMail {
        Required.all("reason", reason, "explanation", explanation);
    }

    @Override
    public String toString() {
        return "ExtensionMail[" + reference + "]";
    }
}
