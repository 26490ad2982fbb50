package dev.kept.request;

import dev.kept.http.Input;
import dev.kept.http.Json;
import dev.kept.policy.Category;
import dev.kept.policy.LegalBasis;
import dev.kept.policy.Policy;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What an objection is about: {@code marketing}, and names of the policy's categories that are held for a legitimate interest
 * or a public task (GDPR art. 21(1)). Naming nothing is an objection to all of it.
 */
public record Objection(List<String> purposes) {
    /** The purpose against which an objection needs no reason and is never refused (GDPR art. 21(3)). */
    public static final String MARKETING = "marketing";

    private static final Set<LegalBasis> CONTESTABLE =
            EnumSet.of(LegalBasis.LEGITIMATE_INTERESTS, LegalBasis.PUBLIC_TASK);

    /** What was typed into a request of that kind. */
    public static Objection of(RequestContent content) {
        return new Objection(Json.list(content.details(), "purposes").stream()
                .map(String::valueOf)
                .toList());
    }

    static Map<String, Object> read(Policy policy, Input details) {
        return Map.of("purposes", details.words("purposes", known(policy)));
    }

    /** Whether marketing stops: where it is named, and where nothing is. */
    public boolean isToMarketing() {
        return purposes.isEmpty() || purposes.contains(MARKETING);
    }

    /** The categories that staff decide about. */
    public List<String> contested(Policy policy) {
        return contestable(policy).stream()
                .map(Category::name)
                .filter(name -> purposes.isEmpty() || purposes.contains(name))
                .toList();
    }

    /** Whether somebody has to decide: not where marketing alone is named. */
    public boolean isToBeDecided() {
        return purposes.isEmpty() || purposes.stream().anyMatch(purpose -> !purpose.equals(MARKETING));
    }

    /** The categories that can be objected to. */
    public static List<Category> contestable(Policy policy) {
        return policy.categories().values().stream()
                .filter(category -> CONTESTABLE.contains(category.legalBasis()))
                .toList();
    }

    private static Set<String> known(Policy policy) {
        var known = new LinkedHashSet<String>();
        known.add(MARKETING);
        contestable(policy).forEach(category -> known.add(category.name()));
        return known;
    }
}
