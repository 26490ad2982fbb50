package dev.kept.person;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kept.choice.Suppressions;
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
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
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

/** What a restriction and an objection do to those who read a person's records, and a suppression to an address. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class UseTest {
    private static final Path JARS = Path.of(System.getProperty("kept.root"), "local/dynamodb/target/jars");
    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

    private final DynamoDbProcess database = DynamoDbProcess.start(JARS);
    private final DynamoDbClient client = database.client();
    private final AwsEndpoint aws;
    private final People people;
    private final Restrictions restrictions;
    private final Suppressions suppressions;

    UseTest() {
        var keyService = new KeyService(CLOCK, 7);
        keyService.create("data-key", "alias/data-key", KeySpec.SYMMETRIC_DEFAULT, KeyUsageType.ENCRYPT_DECRYPT);
        keyService.create("mac-key", "alias/mac-key", KeySpec.HMAC_256, KeyUsageType.GENERATE_VERIFY_MAC);
        aws = AwsEndpoint.start(keyService);
        var kms = KmsClient.builder()
                .endpointOverride(aws.endpoint())
                .region(LocalCredentials.REGION)
                .credentialsProvider(LocalCredentials.provider())
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .build();
        var hashes = new IdentifierHashes(kms, "mac-key");
        var keys = new Keys(client, kms, "keys", "data-key", CLOCK, new Random(1));
        people = new People(client, "people", new Identifiers(client, "identifiers", hashes), keys);
        restrictions = new Restrictions(client, "people", CLOCK);
        suppressions =
                new Suppressions(client, "suppressions", () -> hashes, () -> Policy.load("faveo-helpdesk"), CLOCK);
    }

    @BeforeAll
    void makeTables() {
        make("people", "personId", "recordId");
        make("keys", "personId", "keyClass");
        make("suppressions", "suppression");
    }

    @AfterAll
    void stop() {
        aws.close();
        client.close();
        database.close();
    }

    @Test
    void whoeverSaysNothingOfTheUseIsRefusedARestrictedPersonsRecords() {
        hold("a");
        restrictions.restrict("a", "r1", "RESTRICTION_ASKED");
        restrictions.restrict("a", "r2", "ACCURACY_CONTESTED");

        assertThrows(Restricted.class, () -> people.forEach("a", held -> {}));
        assertEquals(List.of("contact", "company"), read(Use.RIGHTS, "a"));
        assertEquals(List.of("contact", "company"), read(Use.CLAIMS, "a"));

        restrictions.lift("a", "r1");
        assertThrows(Restricted.class, () -> people.forEach("a", held -> {}), "another request still restricts them");
        restrictions.lift("a", "r2");
        assertEquals(List.of("contact", "company"), read(Use.PROCESSING, "a"));
    }

    @Test
    void whatSheObjectedToIsLeftOutOfProcessingAndOfNothingElse() {
        hold("b");
        restrictions.object("b", "r1", List.of("company"));

        assertEquals(List.of("contact"), read(Use.PROCESSING, "b"));
        assertEquals(List.of("contact", "company"), read(Use.RIGHTS, "b"));
    }

    @Test
    void theNotesSayWhyAndSinceWhen() {
        restrictions.restrict("c", "r1", "RESTRICTION_ASKED");

        assertEquals(List.of(new Restriction("r1", "RESTRICTION_ASKED", Optional.of(NOW))), restrictions.of("c"));
    }

    @Test
    void anAddressIsSuppressedHoweverItIsSpelledAndAnotherIsNot() {
        suppressions.add(address("Marie.Dupont@Exemple.FR"), Suppressions.Reason.OBJECTION);
        suppressions.add(address("marie.dupont@exemple.fr"), Suppressions.Reason.ERASURE);

        assertTrue(suppressions.has(address("marie.dupont@exemple.fr")));
        assertFalse(suppressions.has(address("marie.curie@exemple.fr")));
        var rows = client.scan(scan -> scan.tableName("suppressions")).items();
        assertEquals(1, rows.size());
        assertTrue(rows.toString().contains("OBJECTION"), "the first stays");
        assertEquals(
                new TreeSet<>(List.of("expires", "reason", "since", "suppression")),
                new TreeSet<>(rows.get(0).keySet()));
        assertEquals(
                Instant.parse("2029-11-23T23:00:00Z"),
                Instant.ofEpochSecond(Items.number(rows.get(0), "expires")),
                "three years, to the end of the day in Paris");
        assertFalse(rows.toString().contains("marie"), "no address");
    }

    private void make(String name, String... key) {
        var types = List.of(KeyType.HASH, KeyType.RANGE);
        client.createTable(create -> create.tableName(name)
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .attributeDefinitions(Stream.of(key)
                        .map(attribute -> AttributeDefinition.builder()
                                .attributeName(attribute)
                                .attributeType(ScalarAttributeType.S)
                                .build())
                        .toList())
                .keySchema(IntStream.range(0, key.length)
                        .mapToObj(i -> KeySchemaElement.builder()
                                .attributeName(key[i])
                                .keyType(types.get(i))
                                .build())
                        .toList()));
    }

    private static Identifier address(String typed) {
        return Identifier.of(IdentifierType.EMAIL, typed, "EU-FR").orElseThrow();
    }

    private List<String> read(Use use, String person) {
        var read = new TreeSet<String>(Comparator.reverseOrder());
        people.forEach(use, person, held -> read.add(held.category()));
        return List.copyOf(read);
    }

    private void hold(String person) {
        var records = Stream.of("company", "contact")
                .map(category -> new PersonRecord(
                        category + "." + person,
                        category,
                        "form:register",
                        "",
                        "contract",
                        "test/1",
                        List.of(),
                        NOW,
                        Optional.empty(),
                        "",
                        KeyClass.ACCOUNT,
                        Map.of("name", "Marie")))
                .toList();
        assertTrue(people.add(person, List.of(), records));
    }
}
