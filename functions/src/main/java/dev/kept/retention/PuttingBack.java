package dev.kept.retention;

import static dev.kept.items.Items.instant;
import static dev.kept.items.Items.n;
import static dev.kept.items.Items.s;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/**
 * Keeps erasing and putting back apart, in the table Erasures: whoever erases writes that down and then looks here; whoever
 * puts back writes that down here and then looks what was erased. So one of the two always sees the other, and nothing that
 * is erased at this moment comes back out of a restored copy.
 */
public final class PuttingBack {
    /** Longer than a function can take, so that one that died is not waited for in vain. */
    static final Duration AT_MOST = Duration.ofMinutes(20);

    private static final String DAY = "putting-back";
    private static final String UNTIL = "until";

    private final DynamoDbClient table;
    private final String tableName;

    public PuttingBack(DynamoDbClient table, String tableName) {
        this.table = table;
        this.tableName = tableName;
    }

    /** Whether rows of that system are being put back: then nothing is erased there for some minutes. */
    public boolean isUnderWay(String system, Instant now) {
        var row = table.getItem(get -> get.tableName(tableName).key(key(system)).consistentRead(true));
        return row.hasItem() && instant(row.item(), UNTIL).isAfter(now);
    }

    /** Begins, unless somebody else is at it. */
    boolean begin(String system, Instant now) {
        try {
            table.putItem(put -> put.tableName(tableName)
                    .item(Map.of(
                            Erasures.DAY,
                            s(DAY),
                            Erasures.ID,
                            s(system),
                            UNTIL,
                            s(now.plus(AT_MOST)),
                            Erasures.EXPIRES,
                            n(now.plus(AT_MOST).getEpochSecond())))
                    .conditionExpression("attribute_not_exists(#until) OR #until <= :now")
                    .expressionAttributeNames(Map.of("#until", UNTIL))
                    .expressionAttributeValues(Map.of(":now", s(now))));
            return true;
        } catch (ConditionalCheckFailedException another) {
            return false;
        }
    }

    void end(String system) {
        table.deleteItem(delete -> delete.tableName(tableName).key(key(system)));
    }

    private static Map<String, AttributeValue> key(String system) {
        return Map.of(Erasures.DAY, s(DAY), Erasures.ID, s(system));
    }
}
