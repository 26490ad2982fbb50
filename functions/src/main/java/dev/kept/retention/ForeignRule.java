package dev.kept.retention;

import dev.kept.hold.Hold;
import dev.kept.hold.Holds;
import dev.kept.person.IdentifierHashes;
import dev.kept.system.ForeignRows;
import dev.kept.system.Subject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A connected table: its rows are known again by the keyed hash of where they stand. */
final class ForeignRule implements RowRule {
    /** How many hashes are remembered; rows of one place stand together but for tables that are found through an index. */
    private static final int REMEMBERED = 1000;

    private final String system;
    private final ForeignRows rows;
    private final IdentifierHashes hashes;
    private final Keeping keeping;
    private final Holds holds;
    private final Map<String, String> remembered = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
            return size() > REMEMBERED;
        }
    };

    ForeignRule(String system, ForeignRows rows, IdentifierHashes hashes, Keeping keeping, Holds holds) {
        this.system = system;
        this.rows = rows;
        this.hashes = hashes;
        this.keeping = keeping;
        this.holds = holds;
    }

    @Override
    public Optional<Map<String, AttributeValue>> left(Owed owed, Map<String, AttributeValue> row) {
        var place = rows.place(row);
        if (place.isEmpty()) {
            return Optional.of(row);
        }
        var hash = remembered.computeIfAbsent(place.get(), found -> hashes.ofPlace(system, found));
        if (!owed.concerns(hash)) {
            return Optional.of(row);
        }
        var over = over(place.get());
        return rows.without(
                row,
                category -> owed.categories(hash).contains(category)
                        && keeping.of(category, Optional.empty(), over).isEmpty());
    }

    private List<Hold> over(String place) {
        return rows.identifier(place)
                .map(identifier -> holds.over(new Subject(Optional.empty(), List.of(), List.of(identifier))))
                .orElse(List.of());
    }

    @Override
    public boolean isWanted(Owed owed, Map<String, AttributeValue> row) {
        return true;
    }
}
