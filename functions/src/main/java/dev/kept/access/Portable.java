package dev.kept.access;

import dev.kept.policy.Category;
import dev.kept.policy.ConnectedSystemDeclaration;
import dev.kept.policy.ConnectedSystemDeclaration.Attribute;
import dev.kept.policy.LegalBasis;
import dev.kept.policy.Policy;
import dev.kept.system.Row;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a person takes with her (GDPR art. 20): what she gave or what was observed of her, held by her consent or for a
 * contract with her. Nothing that was worked out from it, and nothing that is held on another ground.
 */
final class Portable {
    private static final Set<String> BASES = EnumSet.of(LegalBasis.CONSENT, LegalBasis.CONTRACT).stream()
            .map(LegalBasis::word)
            .collect(Collectors.toUnmodifiableSet());

    private final Policy policy;

    Portable(Policy policy) {
        this.policy = policy;
    }

    /** Why something is left out. */
    enum Reason {
        DERIVED,
        OTHER_BASIS
    }

    /** Why nothing of a category goes along; empty where it does. */
    Optional<Reason> staysBack(String category) {
        var declared = policy.category(category);
        return staysBack(declared, declared.legalBasis().word());
    }

    /** Why a record does not go along: what counts is the ground on which it was collected, where the record names one. */
    Optional<Reason> staysBack(String system, Row row) {
        var declared = policy.category(row.category());
        var basis = row.about().getOrDefault("legalBasis", declared.legalBasis().word());
        return staysBack(declared, basis)
                .or(() -> given(system, row).isEmpty() ? Optional.of(Reason.DERIVED) : Optional.empty());
    }

    private static Optional<Reason> staysBack(Category category, String basis) {
        if (category.derived()) {
            return Optional.of(Reason.DERIVED);
        }
        return BASES.contains(basis) ? Optional.empty() : Optional.of(Reason.OTHER_BASIS);
    }

    /** The record without what was derived. */
    Row of(String system, Row row) {
        return new Row(row.category(), row.about(), given(system, row), row.redacted());
    }

    private Map<String, String> given(String system, Row row) {
        var derived = attributes(system).stream()
                .filter(Attribute::derived)
                .map(Attribute::name)
                .collect(Collectors.toSet());
        var given = new LinkedHashMap<>(row.fields());
        given.keySet().removeAll(derived);
        return given;
    }

    private List<Attribute> attributes(String system) {
        return policy.system(system).map(ConnectedSystemDeclaration::attributes).orElse(List.of());
    }

    /** Whether a system can hold anything that goes along; one that cannot is not asked. */
    boolean mayHold(String system) {
        var categories = policy.system(system)
                .map(ConnectedSystemDeclaration::categories)
                .orElse(List.of());
        return categories.isEmpty()
                || categories.stream().anyMatch(category -> staysBack(category).isEmpty());
    }
}
