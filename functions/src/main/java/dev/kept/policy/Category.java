package dev.kept.policy;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A class of personal data: why it is held, by what right, for how long, under which key and who else gets it.
 *
 * @param derived whether it was worked out from other data, and neither given by the person nor observed of her
 * @param anonymisation what is left when records of it go; nothing where there is none
 */
public record Category(
        String name,
        Text title,
        Text purpose,
        LegalBasis legalBasis,
        Text source,
        Retention retention,
        KeyClass keyClass,
        boolean derived,
        @Nullable Anonymisation anonymisation,
        List<String> recipients,
        List<String> promises) {

    /** The same under another rule. */
    public Category with(Retention rule) {
        return new Category(
                name, title, purpose, legalBasis, source, rule, keyClass, derived, anonymisation, recipients, promises);
    }
}
