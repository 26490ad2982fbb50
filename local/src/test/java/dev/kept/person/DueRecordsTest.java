package dev.kept.person;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kept.items.Items;
import dev.kept.local.aws.DynamoDbProcess;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.TestInstance;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

/** What is due is found by its day, and goes only while that is still its day. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DueRecordsTest {
    private static final Path JARS = Path.of(System.getProperty("kept.root"), "local/dynamodb/target/jars");
    private static final LocalDate DAY = LocalDate.of(2026, 12, 6);

    private final DynamoDbProcess database = DynamoDbProcess.start(JARS);
    private final DynamoDbClient client = database.client();
    private String table = "";

    @BeforeEach
    void newTable(TestInfo test) {
        table = test.getTestMethod().orElseThrow().getName();
        client.createTable(create -> create.tableName(table)
                .attributeDefinitions(defined("personId"), defined("recordId"), defined("dueDay"))
                .keySchema(key("personId", KeyType.HASH), key("recordId", KeyType.RANGE))
                .globalSecondaryIndexes(GlobalSecondaryIndex.builder()
                        .indexName("ByDueDay")
                        .keySchema(key("dueDay", KeyType.HASH), key("personId", KeyType.RANGE))
                        .projection(projection -> projection.projectionType(ProjectionType.KEYS_ONLY))
                        .build())
                .billingMode(BillingMode.PAY_PER_REQUEST));
    }

    @AfterAll
    void stop() {
        client.close();
        database.close();
    }

    @Test
    void aDayIsSpreadOverItsShardsAndCountedByCategory() {
        for (var number = 0; number < 100; number++) {
            put("p" + number, "contact.r" + number, DAY);
            put("p" + number, "connection.r" + number, DAY.plusDays(1));
        }
        var all = new TreeMap<String, Integer>();
        var used = 0;

        for (var shard = 0; shard < DueRecords.shards(); shard++) {
            var counts = due().counts(DAY, shard);
            counts.forEach((category, count) -> all.merge(category, count, Integer::sum));
            used += counts.isEmpty() ? 0 : 1;
        }

        assertEquals(Map.of("contact", 100), all);
        assertTrue(used > DueRecords.shards() / 2, "only " + used + " shards are used");
    }

    @Test
    void aPageGoesOnWhereTheOneBeforeEnded() {
        var records =
                IntStream.range(0, 40).mapToObj(number -> "contact.r" + number).toList();
        records.forEach(record -> put("ada", record, DAY));
        var found = new ArrayList<String>();

        for (var shard = 0; shard < DueRecords.shards(); shard++) {
            var from = Optional.<DueRecords.Next>empty();
            do {
                var page = due().page(DAY, shard, from, 2);
                assertTrue(page.keys().size() <= 2);
                page.keys().forEach(key -> found.add(key.recordId()));
                from = page.next();
            } while (from.isPresent());
        }

        assertEquals(records.stream().sorted().toList(), found.stream().sorted().toList());
    }

    @Test
    void onlyWhatStillHasTheDayThatWasReadIsDeleted() {
        var keys = new ArrayList<DueRecords.Key>();
        for (var number = 0; number < 130; number++) {
            put("ada", "contact.r" + number, DAY);
            keys.add(new DueRecords.Key("ada", "contact.r" + number));
        }
        var read = due().read(keys);
        assertEquals(130, read.size());
        put("ada", "contact.r7", DAY.plusYears(1));
        client.deleteItem(delete -> delete.tableName(table).key(keyOf("ada", "contact.r8")));

        due().delete(read);

        assertEquals(List.of(new DueRecords.Key("ada", "contact.r7")), due().left(keys));
        due().delete(read);
        assertEquals(1, due().left(keys).size(), "twice is once");
    }

    @Test
    void whatHasNoDayIsNotRead() {
        put("ada", "contact.1", DAY);
        client.updateItem(update ->
                update.tableName(table).key(keyOf("ada", "contact.1")).updateExpression("REMOVE due, dueDay"));

        assertEquals(List.of(), due().read(List.of(new DueRecords.Key("ada", "contact.1"))));
    }

    @Test
    void whatIsHeldBackIsLookedAtOnAnotherDayAndKeepsItsOwn() {
        put("ada", "contact.1", DAY);
        var read = due().read(List.of(new DueRecords.Key("ada", "contact.1"))).get(0);

        due().lookAgain(read, DAY.plusDays(7));

        assertEquals(0, found(DAY));
        assertEquals(1, found(DAY.plusDays(7)));
        assertEquals(DAY, due().read(List.of(read.key())).get(0).lastDay());

        put("ada", "contact.1", DAY.plusYears(3));
        due().lookAgain(read, DAY.plusDays(8));
        assertEquals(0, found(DAY.plusDays(8)), "whoever moved it knew better");
        assertEquals(1, found(DAY.plusYears(3)));
    }

    private int found(LocalDate day) {
        return IntStream.range(0, DueRecords.shards())
                .map(shard -> due().counts(day, shard).size())
                .sum();
    }

    private DueRecords due() {
        return new DueRecords(client, table);
    }

    private void put(String person, String held, LocalDate day) {
        var item = new HashMap<>(keyOf(person, held));
        item.put("category", Items.s(held.replaceFirst("\\..*", "")));
        item.put("collected", Items.s("2026-11-23T10:00:00Z"));
        item.put("keyClass", Items.s("account"));
        item.put("due", Items.s(day.toString()));
        item.put("dueDay", Items.s(PeopleItems.dueDay(day, person)));
        client.putItem(put -> put.tableName(table).item(item));
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
