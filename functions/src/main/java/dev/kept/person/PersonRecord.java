package dev.kept.person;

import dev.kept.policy.KeyClass;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One item of personal data: what it is, and everything needed to say why it is held and until when.
 *
 * @param id unique for the person
 * @param category the policy's name of its category
 * @param source the form or system that it came from
 * @param purpose what it is for, in the policy's default language
 * @param legalBasis the ground of GDPR article 6(1), such as {@code contract}
 * @param policy the policy in force at collection, as {@code id/version}
 * @param consents the consents given with it
 * @param collected when it was collected
 * @param due the last day of keeping, where that is known before its event comes
 * @param retention the rule that gives that day, in words
 * @param keyClass the class of key that seals it
 * @param fields the data themselves, in the order of the form
 */
public record PersonRecord(
        String id,
        String category,
        String source,
        String purpose,
        String legalBasis,
        String policy,
        List<String> consents,
        Instant collected,
        Optional<LocalDate> due,
        String retention,
        KeyClass keyClass,
        Map<String, String> fields) {

    /** Shows what kind of record it is and nothing of what it holds. */
    @Override
    public String toString() {
        return "PersonRecord[" + id + " " + category + "]";
    }
}
