package dev.kept.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.kept.local.aws.AwsEndpoint;
import dev.kept.local.aws.DynamoDbProcess;
import dev.kept.local.aws.KeyService;
import dev.kept.local.aws.LocalCredentials;
import dev.kept.person.Identifier;
import dev.kept.person.IdentifierHashes;
import dev.kept.person.Identifiers;
import dev.kept.person.Keys;
import dev.kept.person.People;
import dev.kept.person.PersonRecord;
import dev.kept.person.Personal;
import dev.kept.person.Use;
import dev.kept.policy.ConnectedSystemDeclaration.Attribute;
import dev.kept.policy.ConnectedSystemDeclaration.DynamoDb;
import dev.kept.policy.ConnectedSystemDeclaration.PersonKey;
import dev.kept.policy.IdentifierForm;
import dev.kept.policy.IdentifierType;
import dev.kept.policy.KeyClass;
import dev.kept.policy.Policy;
import dev.kept.policy.Text;
import dev.kept.system.ConnectedSystem.Corrected;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.TestInstance;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.kms.model.KeySpec;
import software.amazon.awssdk.services.kms.model.KeyUsageType;

/** New values in real tables: written where a field is held, read again, and never over what was written since. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CorrectionTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:15:30Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final Path JARS = Path.of(System.getProperty("kept.root"), "local", "dynamodb", "target", "jars");
    private static final Text LABEL = new Text(Map.of("en", "label"));
    private static final String ADA = "ada@example.org";
    private static final Subject SUBJECT = new Subject(
            Optional.of("p1"), List.of("p0"), List.of(new Identifier(IdentifierType.EMAIL, new Personal(ADA))));
    private static final Map<String, String> NEW =
            Map.of("name", "Ada Lovelace", "phone", "+44 1", "email", "new@example.org");

    private final DynamoDbProcess database = DynamoDbProcess.start(JARS);
    private final DynamoDbClient client = database.client();
    private final AwsEndpoint aws;
    private String table = "";

    CorrectionTest() {
        var keys = new KeyService(CLOCK, 7);
        keys.create("data-key", "alias/data-key", KeySpec.SYMMETRIC_DEFAULT, KeyUsageType.ENCRYPT_DECRYPT);
        aws = AwsEndpoint.start(keys);
    }

    @BeforeEach
    void newTables(TestInfo test) {
        table = test.getTestMethod().orElseThrow().getName();
        make(table, "owner", "id");
        make(table + "-people", "personId", "recordId");
        make(table + "-keys", "personId", "keyClass");
    }

    @AfterAll
    void stop() {
        aws.close();
        client.close();
        database.close();
    }

    @Test
    void itemsAreCorrectedWhereTheyHoldTheField() {
        put(ADA, "1", Map.of("who", "Ada", "tel", "+44 0", "agent", "Ada"));
        put(ADA, "2", Map.of("tel", "+44 0", "text", "Ada"));
        put(ADA, "3", Map.of("text", "Ada"));
        put("other@example.org", "1", Map.of("who", "Ada"));

        var corrected = table(client).correct(SUBJECT, NEW, 10);

        assertEquals(new Corrected(Map.of("contact", 2, "support", 1), false), corrected);
        assertEquals(Map.of("who", "Ada Lovelace", "tel", "+44 1", "agent", "Ada"), get(ADA, "1"));
        assertEquals(Map.of("tel", "+44 1", "text", "Ada"), get(ADA, "2"));
        assertEquals(Map.of("text", "Ada"), get(ADA, "3"));
        assertEquals(Map.of("who", "Ada"), get("other@example.org", "1"));
    }

    @Test
    void whatFindsAnItemStays() {
        put(ADA, "1", Map.of("who", "Ada"));

        assertEquals(
                new Corrected(Map.of(), false), table(client).correct(SUBJECT, Map.of("email", "new@example.org"), 10));
        assertEquals(Map.of("who", "Ada"), get(ADA, "1"));
    }

    @Test
    void manyItemsTakeSeveralCalls() {
        for (var id = 1; id <= 3; id++) {
            put(ADA, "" + id, Map.of("who", "Ada"));
        }
        var system = table(client);

        assertEquals(new Corrected(Map.of(), true), system.correct(SUBJECT, NEW, 2));
        assertEquals(new Corrected(Map.of("support", 3), false), system.correct(SUBJECT, NEW, 2));
        assertEquals(new Corrected(Map.of("support", 3), false), system.correct(SUBJECT, NEW, 0));
    }

    @Test
    void whatWasWrittenSinceIsNotOverwritten() {
        put(ADA, "1", Map.of("who", "Ada"));
        var racing = racing(() -> put(ADA, "1", Map.of("who", "Augusta Ada")));

        assertThrows(SystemUnavailable.class, () -> table(racing).correct(SUBJECT, NEW, 10));
        assertEquals(Map.of("who", "Augusta Ada"), get(ADA, "1"));
    }

    @Test
    void anItemThatWasErasedSinceDoesNotComeBack() {
        put(ADA, "1", Map.of("who", "Ada"));
        var racing =
                racing(() -> client.deleteItem(delete -> delete.tableName(table).key(key(ADA, "1"))));

        assertThrows(SystemUnavailable.class, () -> table(racing).correct(SUBJECT, NEW, 10));
        assertEquals(0, client.scan(scan -> scan.tableName(table)).count());
    }

    @Test
    void aFieldThatIsNoTextIsToldAndLeftAlone() {
        var item = new HashMap<>(key(ADA, "1"));
        item.put("who", AttributeValue.fromL(List.of(AttributeValue.fromS("Ada"))));
        client.putItem(put -> put.tableName(table).item(item));

        var told = assertThrows(SystemUnavailable.class, () -> table(client).correct(SUBJECT, NEW, 10));

        assertEquals("tickets: it holds who otherwise than as text", told.getMessage());
    }

    @Test
    void ownRecordsAreSealedAnew() {
        people(client)
                .add(
                        "p1",
                        List.of(),
                        List.of(record("contact-1", KeyClass.ACCOUNT, Map.of("name", "Ada", "city", "London"))));
        people(client).add("p1", List.of(), List.of(record("billing-1", KeyClass.LEGAL, Map.of("phone", "+44 1"))));
        people(client).add("p1", List.of(), List.of(record("order-1", KeyClass.ACCOUNT, Map.of("city", "London"))));
        people(client).add("p0", List.of(), List.of(record("contact-0", KeyClass.LEGAL, Map.of("name", "Ada"))));
        var before = sealed("order-1");

        var corrected = own(client).correct(SUBJECT, NEW, 10);

        assertEquals(new Corrected(Map.of("contact", 1, "billing", 1), false), corrected);
        assertEquals(
                Map.of("name", "Ada Lovelace", "city", "London"), fields("p1").get("contact-1"));
        assertEquals(Map.of("phone", "+44 1"), fields("p1").get("billing-1"));
        assertEquals(Map.of("name", "Ada"), fields("p0").get("contact-0"));
        assertEquals(before, sealed("order-1"));
    }

    @Test
    void manyRecordsTakeSeveralCalls() {
        for (var id = 1; id <= 3; id++) {
            people(client)
                    .add("p1", List.of(), List.of(record("contact-" + id, KeyClass.ACCOUNT, Map.of("name", "Ada"))));
        }

        assertEquals(true, own(client).correct(SUBJECT, NEW, 2).more());
        assertEquals(new Corrected(Map.of("contact", 3), false), own(client).correct(SUBJECT, NEW, 2));
    }

    @Test
    void aRecordThatWasErasedSinceDoesNotComeBack() {
        people(client).add("p1", List.of(), List.of(record("contact-1", KeyClass.ACCOUNT, Map.of("name", "Ada"))));
        var racing = racing(() -> client.deleteItem(delete -> delete.tableName(table + "-people")
                .key(Map.of("personId", AttributeValue.fromS("p1"), "recordId", AttributeValue.fromS("contact-1")))));

        assertThrows(SystemUnavailable.class, () -> own(racing).correct(SUBJECT, NEW, 10));
        assertFalse(fields("p1").containsKey("contact-1"));
    }

    @Test
    void whoIsUnknownHasNothingToCorrect() {
        var stranger = new Subject(Optional.empty(), List.of(), SUBJECT.identifiers());

        assertEquals(new Corrected(Map.of(), false), own(client).correct(stranger, NEW, 10));
    }

    private ConnectedSystem table(DynamoDbClient through) {
        var declared = new DynamoDb(
                "tickets",
                LABEL,
                "TABLE",
                null,
                new PersonKey("owner", IdentifierType.EMAIL, IdentifierForm.PLAIN),
                "id",
                List.of("owner", "id"),
                null,
                List.of(
                        new Attribute("owner", "support", LABEL, "email", false),
                        new Attribute("who", "support", LABEL, "name", false),
                        new Attribute("tel", "contact", LABEL, "phone", false),
                        new Attribute("text", "support", LABEL, null, false),
                        new Attribute("agent", "support", LABEL, "name", true)),
                List.of());
        return new ForeignTable(declared, through, table, ZoneOffset.UTC);
    }

    private ConnectedSystem own(DynamoDbClient through) {
        return new OwnTables("kept", people(through), Policy.load("faveo-helpdesk"));
    }

    private People people(DynamoDbClient through) {
        var kms = KmsClient.builder()
                .endpointOverride(aws.endpoint())
                .region(LocalCredentials.REGION)
                .credentialsProvider(LocalCredentials.provider())
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .build();
        var keys = new Keys(through, kms, table + "-keys", "data-key", CLOCK, new Random(1));
        var identifiers = new Identifiers(through, table + "-identifiers", new IdentifierHashes(kms, "none"));
        return new People(through, table + "-people", identifiers, keys);
    }

    /** A client between whose reading and writing something else happens, once. */
    private DynamoDbClient racing(Runnable meanwhile) {
        return DynamoDbClient.builder()
                .endpointOverride(database.endpoint())
                .region(LocalCredentials.REGION)
                .credentialsProvider(LocalCredentials.provider())
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .overrideConfiguration(override -> override.addExecutionInterceptor(new ExecutionInterceptor() {
                    @Override
                    public void beforeExecution(Context.BeforeExecution execution, ExecutionAttributes attributes) {
                        if (execution.request() instanceof UpdateItemRequest) {
                            meanwhile.run();
                        }
                    }
                }))
                .build();
    }

    private static PersonRecord record(String id, KeyClass keyClass, Map<String, String> fields) {
        var category = id.replaceFirst("-.*", "");
        return new PersonRecord(
                id,
                category,
                "form:register",
                "",
                "contract",
                "test/1",
                List.of(),
                NOW,
                Optional.empty(),
                "",
                keyClass,
                fields);
    }

    private Map<String, Map<String, String>> fields(String person) {
        var fields = new TreeMap<String, Map<String, String>>();
        people(client).forEach(Use.RIGHTS, person, held -> fields.put(held.id(), held.fields()));
        return fields;
    }

    private List<AttributeValue> sealed(String record) {
        return List.copyOf(client.getItem(get -> get.tableName(table + "-people")
                        .key(Map.of("personId", AttributeValue.fromS("p1"), "recordId", AttributeValue.fromS(record))))
                .item()
                .values());
    }

    private void put(String owner, String id, Map<String, String> values) {
        var item = new HashMap<>(key(owner, id));
        values.forEach((name, value) -> item.put(name, AttributeValue.fromS(value)));
        client.putItem(put -> put.tableName(table).item(item));
    }

    private Map<String, String> get(String owner, String id) {
        var held = new TreeMap<String, String>();
        client.getItem(get -> get.tableName(table).key(key(owner, id)))
                .item()
                .forEach((name, value) -> held.put(name, value.s()));
        held.remove("owner");
        held.remove("id");
        return held;
    }

    private static Map<String, AttributeValue> key(String owner, String id) {
        return Map.of("owner", AttributeValue.fromS(owner), "id", AttributeValue.fromS(id));
    }

    private void make(String name, String hash, String range) {
        client.createTable(create -> create.tableName(name)
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .attributeDefinitions(text(hash), text(range))
                .keySchema(
                        KeySchemaElement.builder()
                                .attributeName(hash)
                                .keyType(KeyType.HASH)
                                .build(),
                        KeySchemaElement.builder()
                                .attributeName(range)
                                .keyType(KeyType.RANGE)
                                .build()));
    }

    private static AttributeDefinition text(String name) {
        return AttributeDefinition.builder()
                .attributeName(name)
                .attributeType(ScalarAttributeType.S)
                .build();
    }
}
