package dev.kept.retention;

import dev.kept.person.PeopleRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A copy of the table People, person by person: what is noted of somebody depends on whether a record of hers stays. */
final class PeopleCopy implements Copy {
    private final RestoredTable table;
    private final PeopleRule rule;

    PeopleCopy(RestoredTable table, PeopleRule rule) {
        this.table = table;
        this.rule = rule;
    }

    private record Change(int read, List<Map<String, AttributeValue>> gone, List<Map<String, AttributeValue>> put) {}

    @Override
    public Counted erase(Owed owed, int part) {
        return goOver(owed, part, true);
    }

    @Override
    public Counted left(Owed owed, int part) {
        return goOver(owed, part, false);
    }

    private Counted goOver(Owed owed, int part, boolean change) {
        var read = 0;
        var changed = 0;
        for (var person : owed.selectors()) {
            if (Math.floorMod(person.hashCode(), RestoredTable.PARTS) == part) {
                var due = change(owed, person);
                read += due.read();
                changed += due.gone().size() + due.put().size();
                if (change) {
                    // a record that stays is never without the note that its person is set apart
                    table.change(List.of(), due.put());
                    table.change(due.gone(), List.of());
                }
            }
        }
        return new Counted(read, changed);
    }

    private Change change(Owed owed, String person) {
        var rows = table.rows(person).stream().map(PeopleRow::new).toList();
        var gone = new ArrayList<Map<String, AttributeValue>>();
        var classes = new TreeSet<String>();
        for (var row : rows) {
            if (row.isNote()) {
                continue;
            }
            if (rule.left(owed, row.item()).isEmpty()) {
                gone.add(row.item());
            } else {
                row.keyClass().ifPresent(classes::add);
            }
        }
        rows.stream()
                .filter(PeopleRow::isNote)
                .filter(note -> classes.isEmpty() || !rule.stays(owed, note, classes))
                .forEach(note -> gone.add(note.item()));
        var isSetApart = rows.stream().anyMatch(PeopleRow::isSetApart);
        var put = classes.isEmpty() || isSetApart
                ? List.<Map<String, AttributeValue>>of()
                : List.of(PeopleRow.setApart(person, owed.requestId(person)).item());
        return new Change(rows.size(), gone, put);
    }
}
