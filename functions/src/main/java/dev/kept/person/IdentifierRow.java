package dev.kept.person;

import static dev.kept.items.Items.find;
import static dev.kept.items.Items.text;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * A row of the table Identifiers or of a copy of it.
 *
 * @param item the row itself
 */
public record IdentifierRow(Map<String, AttributeValue> item) {
    /** The key of the table. */
    public static final List<String> KEY = List.of("identifier");

    private static final String PERSON = "personId";
    private static final String ARCHIVED = "archived";

    /** The keyed hash. */
    public String hash() {
        return text(item, "identifier");
    }

    /** Whose it is. */
    public Optional<String> personId() {
        return find(item, PERSON);
    }

    /**
     * What is left of it once some are erased: it leads to those of whom something is kept only as to an archive, and to the
     * others not at all.
     *
     * @param erased who is set apart or erased
     * @param kept of whom something is kept
     */
    public Optional<IdentifierRow> without(Predicate<String> erased, Predicate<String> kept) {
        var archived =
                new TreeSet<>(item.containsKey(ARCHIVED) ? item.get(ARCHIVED).ss() : List.of());
        var left = new HashMap<>(item);
        personId().filter(erased).ifPresent(person -> {
            left.remove(PERSON);
            archived.add(person);
        });
        archived.removeIf(person -> erased.test(person) && !kept.test(person));
        left.remove(ARCHIVED);
        if (!archived.isEmpty()) {
            left.put(ARCHIVED, AttributeValue.fromSs(List.copyOf(archived)));
        }
        return left.size() == KEY.size() ? Optional.empty() : Optional.of(new IdentifierRow(left));
    }
}
