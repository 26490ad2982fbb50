package dev.kept.retention;

import static dev.kept.items.Items.n;
import static dev.kept.items.Items.number;
import static dev.kept.items.Items.s;
import static dev.kept.items.Items.text;

import dev.kept.ledger.Canonical;
import dev.kept.person.IdentifierHashes;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.Update;

/**
 * The table Statistics: how many people there were whose records were anonymised, by group and by whole batches.
 *
 * <p>Who has been counted waits in a row that has a keyed hash for a name. When a batch of people waits there they move to a row
 * that is named, in one transaction. So a named row never tells of fewer people than a batch, and no two readings of it do. Who
 * reads the whole table while a batch moves sees both rows change and can tell which hash is whose; that takes the right to read
 * the table, which staff have only as {@link #of} gives it.
 */
public final class Statistics {
    /** S: the category; {@link #OCCASIONS} for what says what has been counted already. */
    private static final String CATEGORY = "category";
    /** S: the system, the year and a hash of the group, keyed while they wait; or the occasion. */
    private static final String GROUP = "group";
    /** N: how many people wait for the batch to be full; in rows that are not named. */
    private static final String WAITING = "waiting";
    /** N: how many people there were, by whole batches; in rows that are named. */
    private static final String PEOPLE = "people";
    /** M: the traits of the group; in rows that are named. */
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
    public record Group(String category, String system, int year, SortedMap<String, String> traits) {
        private String spelled() {
            return category + "#" + prefix() + traits;
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
     * Counts one person in each of these groups, on one occasion once. A full batch whose moving failed moves when the next
     * person is counted.
     *
     * @param batch how many people a batch has
     */
    void count(String occasion, int batch, Collection<Group> groups, Instant now) {
        var keys = groups.stream().collect(Collectors.toMap(group -> group, this::waiting));
        var writes = new ArrayList<TransactWriteItem>();
        writes.add(TransactWriteItem.builder().put(remember(occasion, now)).build());
        keys.values()
                .forEach(key -> writes.add(update(change -> change.key(key)
                        .updateExpression("ADD " + WAITING + " :one")
                        .expressionAttributeValues(Map.of(":one", n(1))))));
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

    private Map<String, AttributeValue> waiting(Group group) {
        return key(group, hashes.get().ofGroup(group.spelled()));
    }

    private static Map<String, AttributeValue> named(Group group) {
        return key(group, Canonical.sha256(group.traits()));
    }

    private static Map<String, AttributeValue> key(Group group, String hash) {
        return Map.of(CATEGORY, s(group.category()), GROUP, s(group.prefix() + hash));
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

    /** Moves as many whole batches as there are to the row that is named. */
    private void publish(Group group, Map<String, AttributeValue> waiting, int batch) {
        var traits = group.traits().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, trait -> s(trait.getValue())));
        var less = update(change -> change.key(waiting)
                .updateExpression("ADD " + WAITING + " :less")
                .conditionExpression(WAITING + " >= :batch")
                .expressionAttributeValues(Map.of(":less", n(-batch), ":batch", n(batch))));
        var more = update(change -> change.key(named(group))
                .updateExpression("SET " + TRAITS + " = :traits ADD " + PEOPLE + " :batch")
                .expressionAttributeValues(Map.of(":traits", AttributeValue.fromM(traits), ":batch", n(batch))));
        try {
            while (true) {
                table.transactWriteItems(write -> write.transactItems(less, more));
            }
        } catch (TransactionCanceledException cancelled) {
            if (cancelled.cancellationReasons().stream()
                    .noneMatch(why -> "ConditionalCheckFailed".equals(why.code()))) {
                throw cancelled;
            }
            // no batch is full, or none is left
        }
    }

    private TransactWriteItem update(Consumer<Update.Builder> change) {
        var update = Update.builder().tableName(tableName);
        change.accept(update);
        return TransactWriteItem.builder().update(update.build()).build();
    }
}
