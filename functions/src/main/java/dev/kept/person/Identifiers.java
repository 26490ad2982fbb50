package dev.kept.person;

import static dev.kept.items.Items.s;

import dev.kept.items.Items;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Put;

/**
 * The table Identifiers: whose an identifier is. It holds keyed hashes only; the key never leaves KMS, so nobody can
 * try addresses against the table.
 */
public final class Identifiers {
    /** S: the keyed hash. */
    private static final String HASH = "identifier";
    /** S: whose it is. */
    private static final String PERSON = "personId";

    private final DynamoDbClient table;
    private final String tableName;
    private final IdentifierHashes hashes;

    public Identifiers(DynamoDbClient table, String tableName, IdentifierHashes hashes) {
        this.table = table;
        this.tableName = tableName;
        this.hashes = hashes;
    }

    /** The keyed hash by which an identifier is stored. */
    public String hash(Identifier identifier) {
        return hashes.of(identifier);
    }

    /** Whose identifier it is, by its keyed hash. */
    public Optional<String> personOf(String hash) {
        var row = table.getItem(
                get -> get.tableName(tableName).key(Map.of(HASH, s(hash))).consistentRead(true));
        return row.hasItem() ? Optional.of(Items.text(row.item(), PERSON)) : Optional.empty();
    }

    /** Claims an identifier for a person; the write fails when it is somebody's already. */
    Put claim(String hash, String personId) {
        return Put.builder()
                .tableName(tableName)
                .item(Map.<String, AttributeValue>of(HASH, s(hash), PERSON, s(personId)))
                .conditionExpression("attribute_not_exists(" + HASH + ")")
                .build();
    }
}
