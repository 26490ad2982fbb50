package dev.kept.mail;

import java.util.List;
import java.util.Map;

/**
 * The mail by which a recipient learns what has become of a person's data (GDPR art. 19): it has to say whose, and what is
 * right now, since the recipient is to do the same.
 *
 * @param known what the recipient may know the person by
 * @param values the right values, by the labels of their fields; none where nothing was corrected
 */
public record RecipientMail(String reference, String kind, List<String> known, Map<String, String> values) {
    public RecipientMail {
        known = List.copyOf(known);
        Required.all("reference", reference, "kind", kind);
        Required.some("known", known);
    }

    @Override
    public String toString() {
        return "RecipientMail[" + reference + "]";
    }
}
