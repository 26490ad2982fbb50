package dev.kept.mail;

import java.time.Duration;

/** The mail that asks to confirm; {@code valid} is how long the link works. The same for known and unknown people. */
public record ConfirmMail(String reference, String kind, String link, Duration valid) {
    @Override
    public String toString() {
        return "ConfirmMail[" + reference + "]";
    }
}
