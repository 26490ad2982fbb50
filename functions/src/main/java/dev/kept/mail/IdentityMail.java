package dev.kept.mail;

import java.time.LocalDate;

/** The mail with an identity question: what is needed, why, and since when the clock is suspended. */
public record IdentityMail(
        String reference, String kind, String what, String why, LocalDate suspendedFrom, String link) {
    public IdentityMail {
        Required.all("what", what, "why", why, "link", link);
    }

    @Override
    public String toString() {
        return "IdentityMail[" + reference + "]";
    }
}
