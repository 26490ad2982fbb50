package dev.kept.choice;

import static dev.kept.items.Items.s;

import dev.kept.person.Identifier;
import dev.kept.person.IdentifierHashes;
import java.time.Clock;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/**
 * The table Suppressions: the addresses that no marketing goes to. It holds keyed hashes and never an address, and of a
 * person nothing else (CNIL MED-2023-040); it is asked about an address and cannot be read for one.
 */
public final class Suppressions {
    /** S: the keyed hash, of other text than any identifier's. */
    private static final String HASH = "suppression";
    /** S: ISO 8601 instant. */
    private static final String SINCE = "since";
    /** S: the code of why. */
    private static final String REASON = "reason";

    private final DynamoDbClient table;
    private final String tableName;
    private final IdentifierHashes hashes;
    private final Clock clock;

    public Suppressions(DynamoDbClient table, String tableName, IdentifierHashes hashes, Clock clock) {
        this.table = table;
        this.tableName = tableName;
        this.hashes = hashes;
        this.clock = clock;
    }

    /** Why an address is not written to. */
    public enum Reason {
        /** Its owner has objected to marketing. */
        OBJECTION,
        /** Its owner had let marketing be sent to her and was then erased: whoever has the address elsewhere is stopped. */
        ERASURE
    }

    /** Suppresses an address; it stays so since the first time and for its reason. */
    public void add(Identifier address, Reason reason) {
        var row = Map.of(
                HASH, s(hashes.ofSuppression(address)),
                SINCE, s(clock.instant().toString()),
                REASON, s(reason.name()));
        try {
            table.putItem(put ->
                    put.tableName(tableName).item(row).conditionExpression("attribute_not_exists(" + HASH + ")"));
        } catch (ConditionalCheckFailedException known) {
            // it is suppressed already
        }
    }

    /** Whether an address is suppressed; a known and an unknown one take the same two calls. */
    public boolean has(Identifier address) {
        var hash = hashes.ofSuppression(address);
        return table.getItem(get ->
                        get.tableName(tableName).key(Map.of(HASH, s(hash))).consistentRead(true))
                .hasItem();
    }
}
