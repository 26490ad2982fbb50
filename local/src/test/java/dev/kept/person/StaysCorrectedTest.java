package dev.kept.person;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kept.items.Items;
import dev.kept.local.aws.AwsEndpoint;
import dev.kept.local.aws.DynamoDbProcess;
import dev.kept.local.aws.KeyService;
import dev.kept.local.aws.LocalCredentials;
import dev.kept.policy.IdentifierType;
import dev.kept.policy.KeyClass;
import dev.kept.policy.Policy;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.TestInstance;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.kms.model.KeySpec;
import software.amazon.awssdk.services.kms.model.KeyUsageType;

/** What a correction leaves beside a person's records, in real tables: and that an erasure takes it away. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StaysCorrectedTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:15:30Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final Path JARS = Path.of(System.getProperty("kept.root"), "local", "dynamodb", "target", "jars");
    private static final Policy POLICY = Policy.load("faveo-helpdesk");
    private static final Identifier OLD = mail("ada@example.org");
    private static final Identifier NEW = mail("ada.lovelace@example.org");

    private final DynamoDbProcess database = DynamoDbProcess.start(JARS);
    private final DynamoDbClient client = database.client();
    private final AwsEndpoint aws;
    private final KmsClient kms;
    private String table = "";

    StaysCorrectedTest() {
        var service = new KeyService(CLOCK, 7);
        service.create("data-key", "alias/data-key", KeySpec.SYMMETRIC_DEFAULT, KeyUsageType.ENCRYPT_DECRYPT);
        service.create("mac-key", "alias/mac-key", KeySpec.HMAC_256, KeyUsageType.GENERATE_VERIFY_MAC);
        aws = AwsEndpoint.start(service);
        kms = KmsClient.builder()
                .endpointOverride(aws.endpoint())
                .region(LocalCredentials.REGION)
                .credentialsProvider(LocalCredentials.provider())
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .build();
    }

    @BeforeEach
    void newTables(TestInfo test) {
        table = test.getTestMethod().orElseThrow().getName();
        make(table + "-people", "personId", "recordId");
        make(table + "-keys", "personId", "keyClass");
        make(table + "-identifiers", "identifier", "");
        registers("p1", OLD);
    }

    @AfterAll
    void stop() {
        kms.close();
        aws.close();
        client.close();
        database.close();
    }

    @Test
    void aWrongValueIsKnownAgainHoweverItIsTyped() {
        corrections().remember("p1", "phone", KeyClass.ACCOUNT, List.of("+33144273000"), "+33144273099");

        assertEquals(Map.of("phone", "+33144273099"), applied("phone", "01 44 27 30 00"));
        assertEquals(Map.of(), applied("phone", "+33144273098"), "another value is nobody's mistake");
        assertEquals(Map.of(), corrections().of("p2").applied(Map.of("phone", "+33144273000")));
    }

    @Test
    void whatWasCorrectedTwiceIsCorrectedToTheLast() {
        corrections().remember("p1", "name", KeyClass.ACCOUNT, List.of("Ada Byron"), "Ada King");
        corrections().remember("p1", "name", KeyClass.ACCOUNT, List.of("Ada King"), "Ada Lovelace");
        assertEquals(Map.of("name", "Ada Lovelace"), applied("name", "Ada Byron"));
        assertEquals(Map.of("name", "Ada Lovelace"), applied("name", "Ada King"));

        corrections().remember("p1", "name", KeyClass.ACCOUNT, List.of("Ada Lovelace"), "Ada Byron");

        assertEquals(Map.of(), applied("name", "Ada Byron"), "it was right after all");
        assertEquals(Map.of("name", "Ada Byron"), applied("name", "Ada Lovelace"));
    }

    @Test
    void noNoteHoldsAValueThatCouldBeReadOrTried() {
        corrections().remember("p1", "phone", KeyClass.ACCOUNT, List.of("+33144273000"), "+33144273099");
        registers("p2", NEW);
        corrections().remember("p2", "phone", KeyClass.ACCOUNT, List.of("+33144273000"), "+33144273099");

        var notes = client.scan(scan -> scan.tableName(table + "-people")).items().stream()
                .filter(item -> Items.text(item, "recordId").startsWith("#corrected#"))
                .toList();

        assertEquals(2, notes.size());
        assertFalse(notes.toString().contains("33144273"));
        assertNotEquals(notes.get(0).get("wrong"), notes.get(1).get("wrong"), "each under the person's own key");
    }

    @Test
    void anIdentifierIsExchangedOnceAndTheOldOneLeadsNowhere() {
        assertTrue(former().exchange("p1", NEW, Map.of(OLD, KeyClass.ACCOUNT)));
        assertTrue(former().exchange("p1", NEW, Map.of(OLD, KeyClass.ACCOUNT)), "twice is once");

        assertEquals(Optional.of("p1"), identifiers().personOf(identifiers().hash(NEW)));
        assertEquals(Optional.empty(), identifiers().personOf(identifiers().hash(OLD)));
        assertEquals(List.of(OLD), former().of("p1"), "other systems know her by it still");

        registers("p2", OLD);
        assertEquals(List.of(), former().of("p1"), "it is somebody else's now");
        assertTrue(former().exchange("p1", NEW, Map.of(OLD, KeyClass.ACCOUNT)));
        assertEquals(Optional.of("p2"), identifiers().personOf(identifiers().hash(OLD)));
    }

    @Test
    void anIdentifierOfSomebodyElseIsNotExchanged() {
        registers("p2", NEW);

        assertFalse(former().exchange("p1", NEW, Map.of(OLD, KeyClass.ACCOUNT)));

        assertEquals(Optional.of("p1"), identifiers().personOf(identifiers().hash(OLD)));
        assertEquals(List.of(), former().of("p1"));
    }

    @Test
    void nobodyIsGivenAnIdentifierWhileSheIsErased() {
        people().setApart("p1", "r1", List.of(identifiers().hash(OLD)), false);

        assertFalse(former().exchange("p1", NEW, Map.of()));

        assertEquals(Optional.empty(), identifiers().personOf(identifiers().hash(NEW)));
    }

    @Test
    void whoeverIsForgottenLeavesNoNote() {
        corrections().remember("p1", "name", KeyClass.ACCOUNT, List.of("Ada Byron"), "Ada King");
        former().exchange("p1", NEW, Map.of(OLD, KeyClass.ACCOUNT));
        restrictions().restrict("p1", "r1", "ACCURACY_CONTESTED");
        assertEquals(5, rows().size(), rows().toString());

        people().erase("p1", (category, collected) -> true, 10, category -> {});
        people().forget("p1");

        assertEquals(new TreeSet<String>(), rows());
    }

    @Test
    void whereTheLawKeepsARecordItsCorrectionStays() {
        people().add("p1", List.of(), List.of(record("billing.1", KeyClass.LEGAL, Map.of("billingCity", "Paris"))));
        corrections().remember("p1", "billingCity", KeyClass.LEGAL, List.of("Lyon"), "Paris");
        corrections().remember("p1", "name", KeyClass.ACCOUNT, List.of("Ada Byron"), "Ada King");
        people().setApart("p1", "r1", List.of(identifiers().hash(OLD)), true);

        people().erase("p1", (category, collected) -> category.equals("contact"), 10, category -> {});
        people().forget("p1");

        assertEquals(
                new TreeSet<>(List.of("#corrected#billingCity", "#identifiers", "#set-apart", "billing.1")), rows());
        assertEquals(Map.of("billingCity", "Paris"), applied("billingCity", "Lyon"));
    }

    @Test
    void aRestrictionEndsWithItsRequestAndOthersStay() {
        restrictions().restrict("p1", "r1", "ACCURACY_CONTESTED");
        restrictions().restrict("p1", "r2", "OBJECTION");
        restrictions().restrict("p1", "r2", "OBJECTION");

        restrictions().lift("p1", "r1");
        restrictions().lift("p1", "r1");

        assertEquals(new TreeSet<>(List.of("#identifiers", "#restricted#r2", "contact.p1")), rows());
    }

    private void registers(String person, Identifier identifier) {
        assertTrue(people().add(
                        person,
                        List.of(identifiers().hash(identifier)),
                        List.of(record(
                                "contact." + person,
                                KeyClass.ACCOUNT,
                                Map.of("email", identifier.value().reveal())))));
    }

    private Map<String, String> applied(String field, String value) {
        return corrections().of("p1").applied(Map.of(field, value));
    }

    private Set<String> rows() {
        var rows = new TreeSet<String>();
        client.scan(scan -> scan.tableName(table + "-people")).items().stream()
                .map(item -> Items.text(item, "recordId"))
                .map(id -> id.startsWith("#formerly#") ? "#formerly#" : id)
                .forEach(rows::add);
        return rows;
    }

    private static PersonRecord record(String id, KeyClass keyClass, Map<String, String> fields) {
        return new PersonRecord(
                id,
                id.replaceFirst("\\..*", ""),
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

    private Keys keys() {
        return new Keys(client, kms, table + "-keys", "data-key", CLOCK, new Random(1));
    }

    private Identifiers identifiers() {
        return new Identifiers(client, table + "-identifiers", new IdentifierHashes(kms, "mac-key"));
    }

    private People people() {
        return new People(client, table + "-people", identifiers(), keys());
    }

    private FormerIdentifiers former() {
        return people().former();
    }

    private Corrections corrections() {
        return new Corrections(client, table + "-people", keys(), POLICY);
    }

    private Restrictions restrictions() {
        return new Restrictions(client, table + "-people", CLOCK);
    }

    private static Identifier mail(String address) {
        return Identifier.of(IdentifierType.EMAIL, address, POLICY.regime()).orElseThrow();
    }

    private void make(String name, String hash, String range) {
        var keys = new ArrayList<KeySchemaElement>();
        keys.add(KeySchemaElement.builder()
                .attributeName(hash)
                .keyType(KeyType.HASH)
                .build());
        var attributes = new ArrayList<AttributeDefinition>();
        attributes.add(text(hash));
        if (!range.isEmpty()) {
            keys.add(KeySchemaElement.builder()
                    .attributeName(range)
                    .keyType(KeyType.RANGE)
                    .build());
            attributes.add(text(range));
        }
        client.createTable(create -> create.tableName(name)
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .attributeDefinitions(attributes)
                .keySchema(keys));
    }

    private static AttributeDefinition text(String name) {
        return AttributeDefinition.builder()
                .attributeName(name)
                .attributeType(ScalarAttributeType.S)
                .build();
    }
}
