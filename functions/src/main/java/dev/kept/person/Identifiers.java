package dev.kept.person;

import static dev.kept.items.Items.find;
import static dev.kept.items.Items.s;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.Update;

/**
 * The table Identifiers: whose an identifier is. It holds keyed hashes only; the key never leaves KMS, so nobody can
 * try addresses against the table.
 */
public final class Identifiers {
    /** S: the keyed hash. */
    private static final String HASH = "identifier";
    /** S: whose it is; absent when it is nobody's any more. */
    private static final String PERSON = "personId";
    /** SS: those who had it before and of whom something is still kept. */
    private static final String ARCHIVED = "archived";

    private final DynamoDbClient table;
    private final String tableName;
    private final Supplier<IdentifierHashes> hashes;

    public Identifiers(DynamoDbClient table, String tableName, IdentifierHashes hashes) {
        this(table, tableName, () -> hashes);
    }

    /**
     * @param hashes asked for only by what hashes an identifier
     */
    public Identifiers(DynamoDbClient table, String tableName, Supplier<IdentifierHashes> hashes) {
        this.table = table;
        this.tableName = tableName;
        this.hashes = hashes;
    }

    /** The keyed hash by which an identifier is stored. */
    public String hash(Identifier identifier) {
        return hashes.get().of(identifier);
    }

    /** Whose identifier it is, by its keyed hash. */
    public Optional<String> personOf(String hash) {
        return find(row(hash), PERSON);
    }

    /**
     * Those who had the identifier, and of whom something is kept after an erasure: by law, or under a hold. They are found
     * when a person asks what is held about her, and in no other case.
     */
    public List<String> archivedOf(String hash) {
        var archived = row(hash).get(ARCHIVED);
        return archived == null ? List.of() : archived.ss().stream().sorted().toList();
    }

    /** The keyed hash of where a person's data stand in a system, such as the value of a table's key. */
    public String hashOfPlace(String system, String place) {
        return hashes.get().ofPlace(system, place);
    }

    private Map<String, AttributeValue> row(String hash) {
        return table.getItem(get -> get.tableName(tableName).key(key(hash)).consistentRead(true))
                .item();
    }

    /** Claims an identifier for a person; the write fails when it is somebody's already. */
    Update claim(String hash, String personId) {
        return Update.builder()
                .tableName(tableName)
                .key(key(hash))
                .updateExpression("SET " + PERSON + " = :person")
                .conditionExpression("attribute_not_exists(" + PERSON + ")")
                .expressionAttributeValues(Map.of(":person", s(personId)))
                .build();
    }

    /** Claims an identifier for a person whose it may be already; the write fails when it is somebody else's. */
    Update keep(String hash, String personId) {
        return Update.builder()
                .tableName(tableName)
                .key(key(hash))
                .updateExpression("SET " + PERSON + " = :person")
                .conditionExpression("attribute_not_exists(" + PERSON + ") OR " + PERSON + " = :person")
                .expressionAttributeValues(Map.of(":person", s(personId)))
                .build();
    }

    /** Takes an identifier from the person whose it is; it is nobody's then, or that of an archive. */
    Update release(String hash, String personId, boolean archived) {
        var values = new HashMap<String, AttributeValue>();
        values.put(":person", s(personId));
        if (archived) {
            values.put(":archived", AttributeValue.fromSs(List.of(personId)));
        }
        return Update.builder()
                .tableName(tableName)
                .key(key(hash))
                .updateExpression("REMOVE " + PERSON + (archived ? " ADD " + ARCHIVED + " :archived" : ""))
                .conditionExpression(PERSON + " = :person OR attribute_not_exists(" + PERSON + ")")
                .expressionAttributeValues(values)
                .build();
    }

    /**
     * Cuts an identifier off from those of whom nothing is kept any more, and deletes its row when it is nobody's and no
     * archive's; twice is once.
     */
    public void tidy(String hash, List<String> gone) {
        if (!gone.isEmpty() && archivedOf(hash).stream().anyMatch(gone::contains)) {
            table.updateItem(update -> update.tableName(tableName)
                    .key(key(hash))
                    .updateExpression("DELETE " + ARCHIVED + " :gone")
                    .expressionAttributeValues(Map.of(":gone", AttributeValue.fromSs(gone))));
        }
        try {
            table.deleteItem(delete -> delete.tableName(tableName)
                    .key(key(hash))
                    .conditionExpression(
                            "attribute_not_exists(" + PERSON + ") AND attribute_not_exists(" + ARCHIVED + ")"));
        } catch (ConditionalCheckFailedException used) {
            // it is somebody's again, or still leads to what is kept
        }
    }

    private static Map<String, AttributeValue> key(String hash) {
        return Map.of(HASH, s(hash));
    }
}
