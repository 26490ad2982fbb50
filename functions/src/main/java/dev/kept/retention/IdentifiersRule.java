package dev.kept.retention;

import dev.kept.person.IdentifierRow;
import dev.kept.person.People;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The table Identifiers: whoever is set apart or erased is found by what is kept of her only, or not at all. */
final class IdentifiersRule implements RowRule {
    private final People people;

    IdentifiersRule(People people) {
        this.people = people;
    }

    @Override
    public Optional<Map<String, AttributeValue>> left(Owed owed, Map<String, AttributeValue> row) {
        return new IdentifierRow(row).without(owed::concerns, people::knows).map(IdentifierRow::item);
    }

    /** What was hers before it was corrected finds her no longer. */
    @Override
    public boolean isWanted(Owed owed, Map<String, AttributeValue> item) {
        var row = new IdentifierRow(item);
        return row.personId()
                .filter(person -> people.former().isOf(person, row.hash()))
                .isEmpty();
    }

    /** It has become somebody else's: perhaps the same person, who came back while she was not known. */
    @Override
    public boolean contradicts(Map<String, AttributeValue> live, Map<String, AttributeValue> row) {
        var now = new IdentifierRow(live).personId();
        var then = new IdentifierRow(row).personId();
        return now.isPresent() && then.isPresent() && !now.equals(then);
    }
}
