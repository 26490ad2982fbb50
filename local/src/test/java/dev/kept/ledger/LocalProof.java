package dev.kept.ledger;

import dev.kept.Wiring;
import dev.kept.local.aws.DynamoDbProcess;
import dev.kept.local.aws.LocalCredentials;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

/** A ledger table of DynamoDB Local, and the functions' own wiring over it. */
final class LocalProof implements AutoCloseable {
    static final Instant NOW = Instant.parse("2026-11-22T10:15:30Z");
    private static final Path JARS = Path.of(System.getProperty("kept.root"), "local", "dynamodb", "target", "jars");

    final Map<String, String> settings = new HashMap<>();
    private final DynamoDbProcess database = DynamoDbProcess.start(JARS);
    private final DynamoDbClient dynamoDb = database.client();

    LocalProof() {
        settings.put("AWS_REGION", LocalCredentials.REGION.id());
        settings.put("AWS_ACCESS_KEY_ID", LocalCredentials.ACCESS_KEY);
        settings.put("AWS_SECRET_ACCESS_KEY", LocalCredentials.SECRET);
        settings.put("AWS_ENDPOINT_URL_DYNAMODB", database.endpoint().toString());
    }

    /** Starts each test with an empty ledger of its own. */
    void newLedger(String table) {
        settings.put("LEDGER_TABLE", table);
        dynamoDb.createTable(call -> call.tableName(table)
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .attributeDefinitions(List.of(
                        attribute(Ledger.CHAIN_KEY, ScalarAttributeType.S),
                        attribute(Ledger.SEQ, ScalarAttributeType.N)))
                .keySchema(List.of(key(Ledger.CHAIN_KEY, KeyType.HASH), key(Ledger.SEQ, KeyType.RANGE))));
    }

    Wiring wiring() {
        return new Wiring(settings, Clock.fixed(NOW, ZoneOffset.UTC), new Random(7), List.of());
    }

    /** Changes one attribute of a stored entry, as somebody with access to the table could. */
    void tamper(long seq, String attribute, String value) {
        dynamoDb.updateItem(call -> call.tableName(table())
                .key(itemKey(seq))
                .updateExpression("SET #attribute = :value")
                .expressionAttributeNames(Map.of("#attribute", attribute))
                .expressionAttributeValues(Map.of(":value", AttributeValue.fromS(value))));
    }

    void remove(long seq) {
        dynamoDb.deleteItem(call -> call.tableName(table()).key(itemKey(seq)));
    }

    static Entry entry(String id) {
        return new Entry(id, NOW, "request-received", "r-1", "person", Map.of("count", 1));
    }

    @Override
    public void close() {
        dynamoDb.close();
        database.close();
    }

    private String table() {
        return settings.getOrDefault("LEDGER_TABLE", "");
    }

    private static Map<String, AttributeValue> itemKey(long seq) {
        return Map.of(
                Ledger.CHAIN_KEY, AttributeValue.fromS(Ledger.CHAIN),
                Ledger.SEQ, AttributeValue.fromN(Long.toString(seq)));
    }

    private static AttributeDefinition attribute(String name, ScalarAttributeType type) {
        return AttributeDefinition.builder()
                .attributeName(name)
                .attributeType(type)
                .build();
    }

    private static KeySchemaElement key(String name, KeyType type) {
        return KeySchemaElement.builder().attributeName(name).keyType(type).build();
    }
}
