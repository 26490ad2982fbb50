package dev.kept.retention;

import dev.kept.hold.Holds;
import dev.kept.ledger.Ledger;
import dev.kept.person.Keys;
import dev.kept.person.PeopleRow;
import dev.kept.system.Subject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The table People: what went of a person goes again, but for what the law or a hold keeps at this moment. */
final class PeopleRule implements RowRule {
    private final Keeping keeping;
    private final Holds holds;
    private final Keys keys;
    private final Ledger ledger;

    PeopleRule(Keeping keeping, Holds holds, Keys keys, Ledger ledger) {
        this.keeping = keeping;
        this.holds = holds;
        this.keys = keys;
        this.ledger = ledger;
    }

    @Override
    public Optional<Map<String, AttributeValue>> left(Owed owed, Map<String, AttributeValue> row) {
        return goes(owed, new PeopleRow(row)) ? Optional.empty() : Optional.of(row);
    }

    private boolean goes(Owed owed, PeopleRow row) {
        return !row.isNote()
                && owed.categories(row.personId()).contains(row.category())
                && keeping.of(
                                row.category(),
                                Optional.of(row.collected()),
                                holds.over(new Subject(Optional.of(row.personId()), List.of(), List.of())))
                        .isEmpty();
    }

    /**
     * Whether a note stays in the copy beside the records of a person that stay.
     *
     * @param classes of the keys of those records
     */
    boolean stays(Owed owed, PeopleRow note, Set<String> classes) {
        return owed.categories(note.personId()).isEmpty()
                || note.outlastsErasure()
                || note.keyClass().filter(classes::contains).isPresent();
    }

    /**
     * What is sealed under a key that is gone is worth nothing, a restriction that was ended since is over, and of somebody
     * who is set apart nothing comes back but what stays sealed, that she is, and what led to her.
     */
    @Override
    public boolean isWanted(Owed owed, Map<String, AttributeValue> item) {
        var row = new PeopleRow(item);
        var sealed = row.keyClass();
        if (sealed.isPresent()) {
            return keys.has(row.personId(), sealed.get());
        }
        if (owed.concerns(row.personId())) {
            return row.outlastsErasure();
        }
        return row.restricting()
                .filter(request -> ledger.find(request + "/restriction-lifted").isPresent())
                .isEmpty();
    }
}
