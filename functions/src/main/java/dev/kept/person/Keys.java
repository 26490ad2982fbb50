package dev.kept.person;

import static dev.kept.items.Items.b;
import static dev.kept.items.Items.bytes;
import static dev.kept.items.Items.s;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.kms.model.DataKeySpec;
import software.amazon.awssdk.services.kms.model.GenerateDataKeyResponse;

/**
 * The table Keys: one wrapped data key for each owner and class. It alone has no point-in-time recovery, so deleting a
 * row makes unreadable what was sealed under it, in every copy and backup.
 *
 * <p>An owner is a person, with the classes {@code account} and {@code legal}, or a request, with the class
 * {@code request} for what was typed into it.
 */
public final class Keys {
    /** S: a person's or a request's id. */
    private static final String OWNER = "personId";
    /** S: account, legal or request. */
    private static final String CLASS = "keyClass";
    /** B: the data key, wrapped by the stack's own KMS key. */
    private static final String WRAPPED = "wrapped";
    /** S: when it was made. */
    private static final String MADE = "made";

    private static final String NEW = "attribute_not_exists(" + OWNER + ")";

    private final DynamoDbClient table;
    private final KmsClient kms;
    private final String tableName;
    private final String wrappingKey;
    private final Clock clock;
    private final RandomGenerator random;

    public Keys(
            DynamoDbClient table,
            KmsClient kms,
            String tableName,
            String wrappingKey,
            Clock clock,
            RandomGenerator random) {
        this.table = table;
        this.kms = kms;
        this.tableName = tableName;
        this.wrappingKey = wrappingKey;
        this.clock = clock;
        this.random = random;
    }

    /** The owner's key of that class, made now if there is none. */
    public DataKey ensure(String owner, String keyClass) {
        return find(owner, keyClass).orElseGet(() -> make(owner, keyClass));
    }

    /**
     * A key that is not stored yet, for an owner who is new: whoever writes what it seals writes it with that, so that there
     * is never one without the other.
     *
     * @param stored puts the key into the table Keys
     */
    public record NewKey(DataKey key, TransactWriteItem stored) {}

    /** Makes the first key of an owner. */
    public NewKey first(String owner, String keyClass) {
        var made = generate(owner, keyClass);
        return new NewKey(
                new DataKey(made.plaintext().asByteArray(), random),
                TransactWriteItem.builder()
                        .put(Put.builder()
                                .tableName(tableName)
                                .item(row(owner, keyClass, made))
                                .conditionExpression(NEW)
                                .build())
                        .build());
    }

    private DataKey make(String owner, String keyClass) {
        var made = generate(owner, keyClass);
        try {
            table.putItem(put ->
                    put.tableName(tableName).item(row(owner, keyClass, made)).conditionExpression(NEW));
            return new DataKey(made.plaintext().asByteArray(), random);
        } catch (ConditionalCheckFailedException another) {
            return find(owner, keyClass).orElseThrow(() -> new KeyShredded(owner, keyClass));
        }
    }

    private GenerateDataKeyResponse generate(String owner, String keyClass) {
        return kms.generateDataKey(request ->
                request.keyId(wrappingKey).keySpec(DataKeySpec.AES_256).encryptionContext(context(owner, keyClass)));
    }

    private Map<String, AttributeValue> row(String owner, String keyClass, GenerateDataKeyResponse made) {
        return Map.of(
                OWNER, s(owner),
                CLASS, s(keyClass),
                WRAPPED, b(made.ciphertextBlob().asByteArray()),
                MADE, s(clock.instant()));
    }

    /** The owner's key of that class; empty when it was never made, or was shredded. */
    public Optional<DataKey> find(String owner, String keyClass) {
        var row = table.getItem(
                get -> get.tableName(tableName).key(key(owner, keyClass)).consistentRead(true));
        return row.hasItem() ? Optional.of(unwrap(owner, keyClass, bytes(row.item(), WRAPPED))) : Optional.empty();
    }

    /** Whether the owner has a key of that class: without one nobody can read what was sealed under it. */
    public boolean has(String owner, String keyClass) {
        return table.getItem(get ->
                        get.tableName(tableName).key(key(owner, keyClass)).consistentRead(true))
                .hasItem();
    }

    /**
     * The owner's key, for data that are known to be there.
     *
     * @throws KeyShredded when the key is gone, and with it the data
     */
    public DataKey get(String owner, String keyClass) {
        return find(owner, keyClass).orElseThrow(() -> new KeyShredded(owner, keyClass));
    }

    /** Deletes the owner's key of that class, and with it whatever was sealed under it; twice is once. */
    public void shred(String owner, String keyClass) {
        table.deleteItem(delete -> delete.tableName(tableName).key(key(owner, keyClass)));
    }

    private DataKey unwrap(String owner, String keyClass, byte[] wrapped) {
        var plain = kms.decrypt(request -> request.keyId(wrappingKey)
                .ciphertextBlob(SdkBytes.fromByteArray(wrapped))
                .encryptionContext(context(owner, keyClass)));
        return new DataKey(plain.plaintext().asByteArray(), random);
    }

    private static Map<String, AttributeValue> key(String owner, String keyClass) {
        return Map.of(OWNER, s(owner), CLASS, s(keyClass));
    }

    /** Shown in clear in the trail of KMS calls, so random ids only. */
    private static Map<String, String> context(String owner, String keyClass) {
        return Map.of("owner", owner, "class", keyClass);
    }

    /** The key is gone: what was sealed under it can no longer be read, as was meant. */
    public static final class KeyShredded extends RuntimeException {
        KeyShredded(String owner, String keyClass) {
            super("no key of class " + keyClass + " for " + owner);
        }
    }
}
