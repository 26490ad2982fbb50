package dev.kept.system;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.kept.items.Items;
import dev.kept.local.aws.DynamoDbProcess;
import dev.kept.local.aws.ObjectStore;
import dev.kept.policy.ConnectedSystemDeclaration;
import dev.kept.policy.ConnectedSystemDeclaration.Attribute;
import dev.kept.policy.IdentifierForm;
import dev.kept.policy.IdentifierType;
import dev.kept.policy.PrefixTemplate;
import dev.kept.policy.Text;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.TestInstance;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.s3.S3Client;

/** What other software holds goes by its age, whoever's it is: real tables and real buckets. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AgedSystemTest {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final Text LABEL = new Text(Map.of("en", "label"));
    private static final Path JARS = Path.of(System.getProperty("kept.root"), "local", "dynamodb", "target", "jars");
    private static final PrefixTemplate PREFIX =
            new PrefixTemplate("documents/", IdentifierType.EMAIL, IdentifierForm.SHA256, "/");
    private static final Instant LIMIT = Instant.parse("2026-06-01T00:00:00Z");

    private final DynamoDbProcess database = DynamoDbProcess.start(JARS);
    private final DynamoDbClient tables = database.client();
    private final ObjectStore store = ObjectStore.start();
    private final S3Client buckets = store.client();
    private String name = "";

    @BeforeEach
    void newPlaces(TestInfo test) {
        name = test.getTestMethod().orElseThrow().getName().toLowerCase(Locale.ROOT);
        tables.createTable(create -> create.tableName(name)
                .attributeDefinitions(defined("owner"), defined("id"))
                .keySchema(key("owner", KeyType.HASH), key("id", KeyType.RANGE))
                .billingMode(BillingMode.PAY_PER_REQUEST));
    }

    @AfterAll
    void stop() {
        buckets.close();
        store.close();
        tables.close();
        database.close();
    }

    @Test
    void oldItemsGoWhoeversTheyAre() {
        put("ada@example.org", "old", "2026-05-01T10:00:00Z", "text", "hers");
        put("bob@example.org", "old", "2026-05-02", "text", "his");
        put("ada@example.org", "new", "2026-07-01T10:00:00Z", "text", "hers");
        put("eve@example.org", "odd", "once", "text", "hers");
        var seen = new TreeMap<String, Integer>();

        var undated = table().ages((place, category, made) -> seen.merge(place + " " + category, 1, Integer::sum));
        var gone = table().purge((place, category, made) -> made.isBefore(LIMIT), 100);

        assertEquals(1, undated);
        assertEquals(Map.of("ada@example.org support", 2, "bob@example.org support", 1), seen);
        assertEquals(Map.of("support", 2), gone);
        assertEquals(List.of("new", "odd"), left());
    }

    @Test
    void onlyTheCategoryWhoseTimeHasComeGoes() {
        put("ada@example.org", "1", "2026-05-01T10:00:00Z", "text", "hers", "address", "192.0.2.7");

        var gone = table().purge((place, category, made) -> category.equals("connection"), 100);

        assertEquals(Map.of("connection", 1), gone);
        assertEquals(
                List.of("at", "id", "owner", "text"),
                item("ada@example.org", "1").keySet().stream().sorted().toList());
        assertEquals(Map.of(), table().purge((place, category, made) -> category.equals("connection"), 100));
    }

    @Test
    void whatHasGotANewTimeSinceItWasReadStays() {
        put("ada@example.org", "1", "2026-05-01T10:00:00Z", "text", "hers");

        var gone = table().purge(
                        (place, category, made) -> {
                            put("ada@example.org", "1", "2026-07-01T10:00:00Z", "text", "hers");
                            return made.isBefore(LIMIT);
                        },
                        100);

        assertEquals(Map.of(), gone);
        assertEquals(List.of("1"), left());
    }

    @Test
    void aCallEndsWhereItWasToldTo() {
        for (var number = 0; number < 7; number++) {
            put("ada@example.org", "n" + number, "2026-05-01", "text", "hers");
        }

        assertEquals(Map.of("support", 5), table().purge((place, category, made) -> true, 5));
        assertEquals(Map.of("support", 2), table().purge((place, category, made) -> true, 5));
        assertEquals(Map.of(), table().purge((place, category, made) -> true, 5));
    }

    @Test
    void anObjectGoesWithAllItsVersions() {
        store.createBucket(name, true);
        write("ada@example.org", "1.pdf");
        write("ada@example.org", "1.pdf");
        write("ada@example.org", "2.pdf");
        buckets.deleteObject(delete -> delete.bucket(name).key(PREFIX.of("ada@example.org") + "2.pdf"));
        write("bob@example.org", "1.pdf");
        buckets.putObject(put -> put.bucket(name).key("others/1.pdf"), RequestBody.fromString("not of the system"));
        var hers = PREFIX.of("ada@example.org");
        var seen = new HashMap<String, Integer>();

        assertEquals(0, bucket().ages((place, category, made) -> seen.merge(place, 1, Integer::sum)));
        var first = bucket().purge((place, category, made) -> place.equals(hers), 1);
        var second = bucket().purge((place, category, made) -> place.equals(hers), 100);

        assertEquals(Map.of(hers, 2, PREFIX.of("bob@example.org"), 1), seen);
        assertEquals(Map.of("billing", 1), first);
        assertEquals(Map.of("billing", 1), second);
        assertEquals(
                List.of(PREFIX.of("bob@example.org") + "1.pdf", "others/1.pdf"),
                buckets.listObjectVersions(list -> list.bucket(name)).versions().stream()
                        .map(version -> version.key())
                        .distinct()
                        .toList());
        assertEquals(
                0,
                buckets.listObjectVersions(list -> list.bucket(name))
                        .deleteMarkers()
                        .size());
    }

    private AgedSystem bucket() {
        return new ForeignBucket(
                new ConnectedSystemDeclaration.S3("documents", LABEL, "BUCKET", PREFIX, "billing", List.of()),
                buckets,
                name);
    }

    private void write(String owner, String file) {
        buckets.putObject(put -> put.bucket(name).key(PREFIX.of(owner) + file), RequestBody.fromString("invoice"));
    }

    private AgedSystem table() {
        var declared = new ConnectedSystemDeclaration.DynamoDb(
                "tickets",
                LABEL,
                "TABLE",
                null,
                new ConnectedSystemDeclaration.PersonKey("owner", IdentifierType.EMAIL, IdentifierForm.PLAIN),
                "id",
                List.of("owner", "id"),
                "at",
                List.of(
                        new Attribute("text", "support", LABEL, null, false),
                        new Attribute("address", "connection", LABEL, null, false)),
                List.of());
        return new ForeignTable(declared, tables, name, PARIS);
    }

    private void put(String owner, String id, String made, String... fields) {
        var item = new HashMap<String, AttributeValue>();
        item.put("owner", Items.s(owner));
        item.put("id", Items.s(id));
        item.put("at", Items.s(made));
        for (var field = 0; field < fields.length; field += 2) {
            item.put(fields[field], Items.s(fields[field + 1]));
        }
        tables.putItem(put -> put.tableName(name).item(item));
    }

    private Map<String, AttributeValue> item(String owner, String id) {
        return tables.getItem(get -> get.tableName(name).key(Map.of("owner", Items.s(owner), "id", Items.s(id))))
                .item();
    }

    private List<String> left() {
        return tables.scanPaginator(scan -> scan.tableName(name)).items().stream()
                .map(item -> Items.text(item, "id"))
                .sorted()
                .toList();
    }

    private static AttributeDefinition defined(String attribute) {
        return AttributeDefinition.builder()
                .attributeName(attribute)
                .attributeType(ScalarAttributeType.S)
                .build();
    }

    private static KeySchemaElement key(String attribute, KeyType type) {
        return KeySchemaElement.builder().attributeName(attribute).keyType(type).build();
    }
}
