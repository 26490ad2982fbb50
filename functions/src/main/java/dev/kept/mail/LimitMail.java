package dev.kept.mail;

import java.time.LocalDate;
import java.util.List;

/**
 * The mail that says what is no longer done with a person's data.
 *
 * @param restricted whether they are kept and used for nothing else
 * @param marketing whether marketing has stopped
 * @param stopped titles of the categories that are used no more
 * @param open titles of the systems in which staff have to see to it
 */
public record LimitMail(
        String reference,
        String kind,
        LocalDate received,
        boolean restricted,
        boolean marketing,
        List<String> stopped,
        List<String> open) {
    @Override
    public String toString() {
        return "LimitMail[" + reference + "]";
    }
}
