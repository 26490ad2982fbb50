package dev.kept.request;

import static dev.kept.items.Items.n;
import static dev.kept.items.Items.number;
import static dev.kept.items.Items.s;

import dev.kept.person.Identifier;
import dev.kept.person.IdentifierHashes;
import dev.kept.person.Personal;
import dev.kept.policy.Policy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;

/**
 * Counts requests per hour, by identifier and by sender, so that nobody can have a stranger's mailbox filled. A
 * request over the limit is stored all the same and its clock runs; only its mail waits for an hour in which it has its
 * turn, so that a flood of one hour is none of the next.
 */
public final class Limits {
    /** As many times the workflow looks again, an hour apart, before it takes a held mail for a failure. */
    private static final int LONGEST_HOURS = 23;

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
     * @param now the moment at which the caller is asking
     * @return when its mail may go out: now, or at the start of the first hour in which one of so many has its turn; a
     *     day ahead at most
     */
    Instant mailFrom(String who, int perHour, Instant now) {
        var hours = Math.min((counted(who, now) - 1) / perHour, LONGEST_HOURS);
        return hours == 0 ? now : now.truncatedTo(ChronoUnit.HOURS).plus(Duration.ofHours(hours));
    }

    /**
     * Counts one more.
     *
     * @return whether there were at most that many in this hour
     */
    boolean within(String who, int perHour) {
        return counted(who, clock.instant()) <= perHour;
    }

    private long counted(String who, Instant now) {
        var hour = now.truncatedTo(ChronoUnit.HOURS);
        var counted = table.updateItem(update -> update.tableName(tableName)
                .key(Map.of("key", s("limit#" + who + "#" + hour)))
                .updateExpression("ADD #count :one SET #expires = :expires")
                .expressionAttributeNames(Map.of("#count", "count", "#expires", "expires"))
                .expressionAttributeValues(Map.of(
                        ":one", n(1),
                        ":expires", n(hour.plus(Duration.ofHours(2)).getEpochSecond())))
                .returnValues(ReturnValue.UPDATED_NEW));
        return number(counted.attributes(), "count");
    }

    /**
     * From when on a mail about what was asked for somebody may go out. Both are counted, whichever is over, so that a caller
     * learns nothing from the time it takes.
     *
     * @param sender the caller's network address
     */
    public Instant mailFrom(
            Policy policy, IdentifierHashes hashes, Identifier identifier, Personal sender, Instant now) {
        var byIdentifier = mailFrom(hashes.of(identifier), policy.limits().perIdentifier(), now);
        var bySender = mailFrom(hashes.ofSender(sender), policy.limits().perSender(), now);
        return byIdentifier.isAfter(bySender) ? byIdentifier : bySender;
    }
}
