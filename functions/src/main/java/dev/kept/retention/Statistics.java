package dev.kept.retention;

import static dev.kept.items.Items.n;
import static dev.kept.items.Items.number;
import static dev.kept.items.Items.s;
import static dev.kept.items.Items.text;

import dev.kept.person.IdentifierHashes;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.Update;

/**
 * The table Statistics: how many people there were whose records were anonymised, by group. Until a batch of them is full, a group
 * has a keyed hash for a name; after that it is named, and its count grows by whole batches. So no row tells of one person, and no
 * two readings tell of one.
 */
public final class Statistics {
    /** S: the category; {@link #OCCASIONS} for what says what has been counted already. */
    private static final String CATEGORY = "category";
    /** S: the system, the year and the keyed hash of the group, or the occasion. */
    private static final String GROUP = "group";
    /** N: how many people wait for the batch to be full. */
    private static final String WAITING = "waiting";
    /** N: how many people have been counted by whole batches. */
    private static final String PEOPLE = "people";
    /** M: the traits of the group; not before a batch is full. */
    private static final String TRAITS = "traits";
    /** N: the second from which on an occasion is of no use. */
    private static final String EXPIRES = "expires";

    /** No name of a category has this form. */
    private static final String OCCASIONS = "#counted";
    /** A workflow repeats its steps for a year at most, and a legal hold may keep one waiting. */
    private static final Period REPEATED = Period.ofYears(10);

    private final DynamoDbClient table;
    private final String tableName;
    private final Supplier<IdentifierHashes> hashes;

    public Statistics(DynamoDbClient table, String tableName, Supplier<IdentifierHashes> hashes) {
        this.table = table;
        this.tableName = tableName;
        this.hashes = hashes;
    }

    /**
     * People who have the same traits.
     *
     * @param traits the values as they are counted, by the names of the traits
     */
    public record Group(String category, String system, int year, Map<String, String> traits) {
        private String spelled() {
            return category + "#" + prefix() + new TreeMap<>(traits);
        }

        private String prefix() {
            return system + "#" + year + "#";
        }
    }

    /** How many people there were in a group, by whole batches. */
    public record Figure(Group group, long people) {}

    /** Whether somebody has been counted on that occasion. */
    boolean isCounted(String occasion) {
        return table.getItem(
                        get -> get.tableName(tableName).key(occasion(occasion)).consistentRead(true))
                .hasItem();
    }

    /**
     * Counts one person in each of these groups, on one occasion once.
     *
     * @param batch how many people a batch has
     */
    void count(String occasion, int batch, Collection<Group> groups, Instant now) {
        var keys = groups.stream().collect(Collectors.toMap(group -> group, this::key));
        var writes = new ArrayList<TransactWriteItem>();
        writes.add(TransactWriteItem.builder().put(remember(occasion, now)).build());
        keys.values()
                .forEach(key -> writes.add(TransactWriteItem.builder()
                        .update(Update.builder()
                                .tableName(tableName)
                                .key(key)
                                .updateExpression("ADD " + WAITING + " :one")
                                .expressionAttributeValues(Map.of(":one", n(1)))
                                .build())
                        .build()));
        try {
            table.transactWriteItems(write -> write.transactItems(writes));
        } catch (TransactionCanceledException refused) {
            if (!isCounted(occasion)) {
                throw refused;
            }
        }
        keys.forEach((group, key) -> publish(group, key, batch));
    }

    /** What is known of a category, with no word of a batch that is not full. */
    public List<Figure> of(String category) {
        var figures = new ArrayList<Figure>();
        table.queryPaginator(query -> query.tableName(tableName)
                        .keyConditionExpression(CATEGORY + " = :category")
                        .filterExpression("attribute_exists(" + TRAITS + ")")
                        .expressionAttributeValues(Map.of(":category", s(category)))
                        .consistentRead(true))
                .items()
                .forEach(row -> figures.add(figure(row)));
        return figures;
    }

    private static Figure figure(Map<String, AttributeValue> row) {
        var where = text(row, GROUP).split("#", -1);
        var traits = new TreeMap<String, String>();
        Optional.ofNullable(row.get(TRAITS))
                .map(AttributeValue::m)
                .orElse(Map.of())
                .forEach((name, value) -> traits.put(name, value.s()));
        return new Figure(
                new Group(text(row, CATEGORY), where[0], Integer.parseInt(where[1]), traits), number(row, PEOPLE));
    }

    private Map<String, AttributeValue> key(Group group) {
        return Map.of(
                CATEGORY,
                s(group.category()),
                GROUP,
                s(group.prefix() + hashes.get().ofGroup(group.spelled())));
    }

    private static Map<String, AttributeValue> occasion(String occasion) {
        return Map.of(CATEGORY, s(OCCASIONS), GROUP, s(occasion));
    }

    private Put remember(String occasion, Instant now) {
        var item = new TreeMap<>(occasion(occasion));
        var expires = now.atZone(ZoneOffset.UTC).plus(REPEATED).toEpochSecond();
        item.put(EXPIRES, n(expires));
        return Put.builder()
                .tableName(tableName)
                .item(item)
                .conditionExpression("attribute_not_exists(" + CATEGORY + ")")
                .build();
    }

    /** Names the group and counts as many whole batches as there are. */
    private void publish(Group group, Map<String, AttributeValue> key, int batch) {
        var traits = group.traits().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, trait -> s(trait.getValue())));
        try {
            while (true) {
                table.updateItem(update -> update.tableName(tableName)
                        .key(key)
                        .updateExpression(
                                "SET " + TRAITS + " = :traits ADD " + WAITING + " :less, " + PEOPLE + " :batch")
                        .conditionExpression(WAITING + " >= :batch")
                        .expressionAttributeValues(Map.of(
                                ":traits", AttributeValue.fromM(traits), ":less", n(-batch), ":batch", n(batch))));
            }
        } catch (ConditionalCheckFailedException none) {
            // no batch is full, or none is left
        }
    }
}
