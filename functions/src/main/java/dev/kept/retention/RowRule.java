package dev.kept.retention;

import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What becomes of the rows of a restored copy, which differs from table to table. */
interface RowRule {
    /** What the erasures leave of a row: nothing, a part, or all of it. */
    Optional<Map<String, AttributeValue>> left(Owed owed, Map<String, AttributeValue> row);

    /** Whether the live table is to have a row back that no erasure forbids. */
    boolean isWanted(Owed owed, Map<String, AttributeValue> row);

    /** Whether the live row, which stays, and that of the copy say different things that somebody has to look at. */
    default boolean contradicts(Map<String, AttributeValue> live, Map<String, AttributeValue> row) {
        return false;
    }
}
