package dev.kept.correction;

import dev.kept.person.People;
import dev.kept.person.PersonRecord;
import dev.kept.person.Use;
import dev.kept.policy.Field;
import dev.kept.policy.Policy;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Completes what Kept itself holds (GDPR art. 16, second sentence): a value for a field that no record of the person has goes
 * into the newest record of a category that the field belongs to.
 */
public final class Completion {
    private final Policy policy;
    private final People people;

    public Completion(Policy policy, People people) {
        this.policy = policy;
        this.people = people;
    }

    /** A record that lacks some fields. */
    record Gap(String record, String category, Map<String, String> values) {
        @Override
        public String toString() {
            return "Gap[" + record + "]";
        }
    }

    /** Where the values go that no record has; a field that belongs nowhere in what is held of the person is left out. */
    Collection<Gap> gaps(String personId, Map<String, String> values) {
        var newest = new HashMap<String, PersonRecord>();
        var missing = new LinkedHashMap<>(values);
        people.forEach(Use.RIGHTS, personId, held -> {
            missing.keySet().removeAll(held.fields().keySet());
            newest.merge(
                    held.category(), held, (one, other) -> one.collected().isAfter(other.collected()) ? one : other);
        });
        var gaps = new LinkedHashMap<String, Gap>();
        missing.forEach((field, value) -> policy.fields(field).stream()
                .map(Field::category)
                .flatMap(category -> Optional.ofNullable(newest.get(category)).stream())
                .findFirst()
                .ifPresent(held -> gaps.computeIfAbsent(
                                held.id(), id -> new Gap(id, held.category(), new LinkedHashMap<>()))
                        .values()
                        .put(field, value)));
        return List.copyOf(gaps.values());
    }

    void fill(String personId, Collection<Gap> gaps) {
        people.rewrite(
                personId,
                held -> {
                    var fields = new LinkedHashMap<>(held.fields());
                    gaps.stream()
                            .filter(gap -> gap.record().equals(held.id()))
                            .forEach(gap -> gap.values().forEach(fields::putIfAbsent));
                    return fields;
                },
                gaps.size());
    }
}
