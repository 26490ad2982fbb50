package dev.kept.person;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.kept.items.Items;
import dev.kept.local.aws.DynamoDbProcess;
import dev.kept.local.aws.LocalCredentials;
import dev.kept.policy.Policy;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

/** The last days of records move with what happens, in a real table. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DateRecordsTest {
    private static final Path JARS = Path.of(System.getProperty("kept.root"), "local/dynamodb/target/jars");
    private static final Instant MADE = Instant.parse("2026-11-23T10:00:00Z");
    private static final LocalDate END = LocalDate.of(2026, 12, 1);

    private final DynamoDbProcess database = DynamoDbProcess.start(JARS);
    private final DynamoDbClient client = database.client();
    private final Policy policy = Policy.load("faveo-helpdesk");
    private String table = "";

    @BeforeEach
    void newTable(TestInfo test) {
        table = test.getTestMethod().orElseThrow().getName();
        client.createTable(create -> create.tableName(table)
                .attributeDefinitions(defined("personId"), defined("recordId"))
                .keySchema(key("personId", KeyType.HASH), key("recordId", KeyType.RANGE))
                .billingMode(BillingMode.PAY_PER_REQUEST));
    }

    @AfterAll
    void stop() {
        client.close();
        database.close();
    }

    @Test
    void theEndOfTheAccountDatesWhatIsCountedFromItAndNothingElse() {
        put("ada", "contact.1", "billing.1", "connection.1");
        put("bob", "contact.1");

        dates(client).ended("ada", END);

        assertEquals(
                Map.of("contact.1", "2026-12-15", "billing.1", "2036-12-31", "connection.1", "2027-05-23"),
                days("ada"));
        assertEquals(Map.of("contact.1", "none"), days("bob"));
        assertEquals(
                "2026-12-15", Items.text(item("ada", "contact.1"), "dueDay").substring(0, 10));
        assertEquals(0, dates(client).settle("ada"), "twice is once");
    }

    @Test
    void anotherEndReplacesItAndAReopenedAccountHasNone() {
        put("ada", "contact.1");
        dates(client).ended("ada", END);

        dates(client).ended("ada", END.plusDays(9));
        assertEquals(Map.of("contact.1", "2026-12-24"), days("ada"));

        dates(client).reopened("ada");
        assertEquals(Map.of("contact.1", "none"), days("ada"));
        assertEquals(false, item("ada", "contact.1").containsKey("dueDay"), "it leaves the index");
    }

    @Test
    void whatStaysOfSomebodyWhoIsErasedHasItsDayByThenAndKeepsIt() {
        put("ada", "contact.1");
        put("bob", "contact.1");
        dates(client).ended("ada", END);

        dates(client).endsBy("ada", END.plusDays(5));
        dates(client).endsBy("bob", END.plusDays(5));
        dates(client).endsBy("bob", END.plusDays(9));

        assertEquals(Map.of("contact.1", "2026-12-15"), days("ada"));
        assertEquals(Map.of("contact.1", "2026-12-20"), days("bob"));
        assertEquals(Map.of(), item("bob", "#ended"), "nothing more is noted of her");
    }

    @Test
    void nothingMovesTheDaysOfWhoeverIsSetApart() {
        put("ada", "contact.1");
        dates(client).endsBy("ada", END);
        client.putItem(put -> put.tableName(table).item(keyOf("ada", "#set-apart")));

        assertEquals(0, dates(client).settle("ada"));
        assertEquals(Map.of("contact.1", "2026-12-15"), days("ada"));
    }

    @Test
    void anObjectionDatesItsCategoryAndOnlyWhatWasThereThen() {
        put("ada", "marketing.1", "browsing.1");
        put("ada", MADE.plusSeconds(7200), "marketing.2");
        new Restrictions(client, table, Clock.fixed(MADE.plusSeconds(3600), ZoneOffset.UTC))
                .object("ada", "request", List.of("marketing"));

        dates(client).settle("ada");

        assertEquals(Map.of("marketing.1", "2026-11-23", "marketing.2", "none", "browsing.1", "none"), days("ada"));
    }

    @Test
    void aContactThatNoRuleCountsFromIsNotNoted() {
        put("ada", "contact.1");

        dates(client).contact("ada", END);

        assertEquals(Map.of(), item("ada", "#contact"));
    }

    @Test
    void whoReadsBeforeAnotherNotesDoesNotPutTheOldDayBack() {
        put("ada", "contact.1");
        var another = new boolean[1];
        var racing = racing(() -> {
            if (!another[0]) {
                another[0] = true;
                dates(client).ended("ada", END.plusDays(9));
            }
        });

        dates(racing).ended("ada", END);

        assertEquals(Map.of("contact.1", "2026-12-24"), days("ada"));
    }

    @Test
    void whatIsErasedMeanwhileStaysErased() {
        put("ada", "contact.1", "contact.2");
        var racing =
                racing(() -> client.deleteItem(delete -> delete.tableName(table).key(keyOf("ada", "contact.1"))));

        dates(racing).ended("ada", END);

        assertEquals(Map.of("contact.2", "2026-12-15"), days("ada"));
    }

    @Test
    void whatAnEarlierPolicyCollectedKeepsItsDay() {
        put("ada", "forgotten.1");

        assertEquals(0, dates(client).settle("ada"));
    }

    private DateRecords dates(DynamoDbClient through) {
        return new DateRecords(through, table, policy);
    }

    /** A client before each of whose updates something else happens. */
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

    private void put(String person, String... records) {
        for (var held : records) {
            put(person, MADE, held);
        }
    }

    private void put(String person, Instant collected, String held) {
        var item = new HashMap<>(keyOf(person, held));
        item.put("category", Items.s(held.replaceFirst("\\..*", "")));
        item.put("collected", Items.s(collected));
        client.putItem(put -> put.tableName(table).item(item));
    }

    private Map<String, AttributeValue> item(String person, String held) {
        return client.getItem(get -> get.tableName(table).key(keyOf(person, held)))
                .item();
    }

    private Map<String, String> days(String person) {
        var days = new TreeMap<String, String>();
        client.scanPaginator(scan -> scan.tableName(table)).items().stream()
                .filter(item -> Items.text(item, "personId").equals(person))
                .filter(item -> !Items.text(item, "recordId").startsWith("#"))
                .forEach(item -> days.put(
                        Items.text(item, "recordId"), Items.find(item, "due").orElse("none")));
        return days;
    }

    private static Map<String, AttributeValue> keyOf(String person, String held) {
        return Map.of("personId", Items.s(person), "recordId", Items.s(held));
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
