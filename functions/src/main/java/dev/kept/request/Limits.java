package dev.kept.request;

import static dev.kept.items.Items.n;
import static dev.kept.items.Items.number;
import static dev.kept.items.Items.s;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;

/**
 * Counts requests per hour, by identifier and by sender, so that nobody can have a stranger's mailbox filled. A
 * request over the limit is stored all the same and its clock runs; only its mail waits for the next hour.
 */
public final class Limits {
    private final DynamoDbClient table;
    private final String tableName;
    private final Clock clock;

    public Limits(DynamoDbClient table, String tableName, Clock clock) {
        this.table = table;
        this.tableName = tableName;
        this.clock = clock;
    }

    /**
     * Counts one more.
     *
     * @param who a keyed hash
     * @return whether there were at most that many in this hour
     */
    boolean within(String who, int perHour) {
        var hour = clock.instant().truncatedTo(ChronoUnit.HOURS);
        var counted = table.updateItem(update -> update.tableName(tableName)
                .key(Map.of("key", s("limit#" + who + "#" + hour)))
                .updateExpression("ADD #count :one SET #expires = :expires")
                .expressionAttributeNames(Map.of("#count", "count", "#expires", "expires"))
                .expressionAttributeValues(Map.of(
                        ":one", n(1),
                        ":expires", n(hour.plus(Duration.ofHours(2)).getEpochSecond())))
                .returnValues(ReturnValue.UPDATED_NEW));
        return number(counted.attributes(), "count") <= perHour;
    }

    /** When the next hour begins, and with it a new count. */
    Instant nextHour() {
        return clock.instant().truncatedTo(ChronoUnit.HOURS).plus(Duration.ofHours(1));
    }
}
