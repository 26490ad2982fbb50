package dev.kept.person;

import static dev.kept.items.Items.s;

import dev.kept.items.Items;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.kms.model.MacAlgorithmSpec;

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
    private final KmsClient kms;
    private final String tableName;
    private final String hashKey;

    public Identifiers(DynamoDbClient table, KmsClient kms, String tableName, String hashKey) {
        this.table = table;
        this.kms = kms;
        this.tableName = tableName;
        this.hashKey = hashKey;
    }

    /** The keyed hash (HMAC-SHA-256) by which an identifier is stored. */
    public String hash(Identifier identifier) {
        return mac(identifier.spelled());
    }

    /** The keyed hash of a network address, for counting calls; made of other text than any identifier's. */
    public String hashSender(Personal address) {
        return mac("sender:" + address.reveal());
    }

    private String mac(String text) {
        var mac = kms.generateMac(request -> request.keyId(hashKey)
                .macAlgorithm(MacAlgorithmSpec.HMAC_SHA_256)
                .message(SdkBytes.fromString(text, StandardCharsets.UTF_8)));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(mac.mac().asByteArray());
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
