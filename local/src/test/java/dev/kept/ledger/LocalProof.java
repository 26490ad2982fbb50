package dev.kept.ledger;

import dev.kept.Wiring;
import dev.kept.local.aws.AwsEndpoint;
import dev.kept.local.aws.DynamoDbProcess;
import dev.kept.local.aws.KeyService;
import dev.kept.local.aws.LocalCredentials;
import dev.kept.local.aws.ObjectStore;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.kms.model.KeySpec;
import software.amazon.awssdk.services.kms.model.KeyUsageType;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Object;

/** A ledger table, an evidence bucket and a signing key on this machine, and the functions' own wiring over them. */
final class LocalProof implements AutoCloseable {
    static final Instant NOW = Instant.parse("2026-11-22T10:15:30Z");
    static final String KEY = "signing-key";
    static final String NEW_KEY = "next-signing-key";
    private static final Path JARS = Path.of(System.getProperty("kept.root"), "local", "dynamodb", "target", "jars");

    final Map<String, String> settings = new HashMap<>();
    private final DynamoDbProcess database = DynamoDbProcess.start(JARS);
    private final DynamoDbClient dynamoDb = database.client();
    private final ObjectStore objects = ObjectStore.start();
    private final S3Client s3 = objects.client();
    private final AwsEndpoint aws;
    private final AtomicLong seeds = new AtomicLong();

    LocalProof() {
        settings.put("AWS_REGION", LocalCredentials.REGION.id());
        settings.put("AWS_ACCESS_KEY_ID", LocalCredentials.ACCESS_KEY);
        settings.put("AWS_SECRET_ACCESS_KEY", LocalCredentials.SECRET);
        var keys = new KeyService(Clock.fixed(NOW, ZoneOffset.UTC), 7);
        keys.create(KEY, "alias/" + KEY, KeySpec.ECC_NIST_P256, KeyUsageType.SIGN_VERIFY);
        keys.create(NEW_KEY, "alias/" + NEW_KEY, KeySpec.ECC_NIST_P256, KeyUsageType.SIGN_VERIFY);
        aws = AwsEndpoint.start(keys);
        settings.put("AWS_ENDPOINT_URL_DYNAMODB", database.endpoint().toString());
        settings.put("AWS_ENDPOINT_URL_S3", objects.endpoint().toString());
        settings.put("AWS_ENDPOINT_URL_KMS", aws.endpoint().toString());
        settings.put("BASE_URL", "https://kept.example");
    }

    /** Starts each test with an empty ledger and an empty bucket of its own. */
    void newLedger(String table) {
        var bucket = table.toLowerCase(Locale.ROOT);
        settings.put("LEDGER_TABLE", table);
        settings.put("EVIDENCE_BUCKET", bucket);
        settings.put("SIGNING_KEY_ID", KEY);
        settings.remove("RETIRED_KEYS");
        objects.createBucket(bucket, false);
        dynamoDb.createTable(call -> call.tableName(table)
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .attributeDefinitions(List.of(
                        attribute(Ledger.CHAIN_KEY, ScalarAttributeType.S),
                        attribute(Ledger.SEQ, ScalarAttributeType.N)))
                .keySchema(List.of(key(Ledger.CHAIN_KEY, KeyType.HASH), key(Ledger.SEQ, KeyType.RANGE))));
    }

    Wiring wiring() {
        return new Wiring(settings, Clock.fixed(NOW, ZoneOffset.UTC), new Random(seeds.incrementAndGet()), List.of());
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

    /** Puts a text into the evidence bucket, over what is there. */
    void overwrite(String key, String text) {
        s3.putObject(call -> call.bucket(bucketName()).key(key), RequestBody.fromString(text));
    }

    EvidenceBucket bucket() {
        return new EvidenceBucket(s3, bucketName());
    }

    /** The keys in the evidence bucket. */
    List<String> evidence() {
        return s3.listObjectsV2(call -> call.bucket(bucketName())).contents().stream()
                .map(S3Object::key)
                .toList();
    }

    static Entry entry(String id) {
        return new Entry(id, NOW, "request-received", "r-1", "person", Map.of("count", 1));
    }

    @Override
    public void close() {
        aws.close();
        s3.close();
        objects.close();
        dynamoDb.close();
        database.close();
    }

    private String bucketName() {
        return settings.getOrDefault("EVIDENCE_BUCKET", "");
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
