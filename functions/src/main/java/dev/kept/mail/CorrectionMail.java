package dev.kept.mail;

import java.time.LocalDate;
import java.util.List;

/**
 * The mail that answers a correction request: field by field what was done where, what was refused and why (GDPR art. 12(4),
 * 16), what is still open, and who else has the data (art. 19). Fields are named by their labels; no value stands in it.
 *
 * @param open the titles of the systems that have not answered
 * @param recipients who has data of these categories
 * @param restricted whether her records were restricted meanwhile, which ends with this mail
 * @param note staff's own words, empty for none
 */
public record CorrectionMail(
        String reference,
        String kind,
        LocalDate received,
        List<Corrected> corrected,
        List<RefusalMail.Refused> refused,
        List<String> open,
        List<String> recipients,
        boolean restricted,
        String note) {

    /**
     * A field that was corrected.
     *
     * @param systems where; none where no system held it
     */
    public record Corrected(String field, List<String> systems) {
        public Corrected {
            systems = List.copyOf(systems);
            Required.all("field", field);
        }
    }

    public CorrectionMail {
        corrected = List.copyOf(corrected);
        refused = List.copyOf(refused);
        open = List.copyOf(open);
        recipients = List.copyOf(recipients);
        Required.all("reference", reference, "kind", kind);
    }

    @Override
    public String toString() {
        return "CorrectionMail[" + reference + "]";
    }
}
