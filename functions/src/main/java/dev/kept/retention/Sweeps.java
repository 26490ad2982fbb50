package dev.kept.retention;

import static dev.kept.items.Items.find;
import static dev.kept.items.Items.n;
import static dev.kept.items.Items.number;
import static dev.kept.items.Items.s;
import static dev.kept.items.Items.text;
import static dev.kept.items.Items.texts;

import dev.kept.http.Json;
import dev.kept.person.DueRecords;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/**
 * The table Sweeps: what was due on each day, what was purged of it, what was held back and why, by counts. While a batch is
 * being purged its records' random ids stand there, so that whoever goes on after a death finds them; then only the counts.
 */
public final class Sweeps {
    /** S: {@link #DAYS}, {@link #STATE}, or a day whose batches stand under it. */
    private static final String SHELF = "shelf";
    /** S: a day, the name of a state, or that of a batch. */
    private static final String ITEM = "item";

    private static final String DAYS = "days";
    private static final String STATE = "state";
    private static final String RUNNING = "running";
    private static final String FINISHED = "finished";
    private static final String BATCH = "batch#";
    private static final String APPROVED = "approved#";
    /** N. */
    private static final String COUNT = "count";

    private static final String CALENDAR = "calendar";
    private static final String RULES = "rules";
    /** S: as {@link RuleText} writes it. */
    private static final String RULE = "rule";

    /** S: the name of the execution at work. */
    private static final String SWEEP = "sweep";

    private static final String DAY = "day";
    private static final String AT = "at";
    /** S: a tree of JSON, of counts and codes. */
    private static final String TREE = "tree";
    /** In the tree of a batch: the id of the entry that attests it. */
    static final String ENTRY = "entry";
    /** L of S: the records of a batch that is being purged, as a person's and a record's id. */
    private static final String KEYS = "keys";

    /** A function lives for a quarter of an hour at most: who has said nothing for longer is dead. */
    private static final Duration DEAD = Duration.ofMinutes(20);

    private final DynamoDbClient table;
    private final String tableName;

    public Sweeps(DynamoDbClient table, String tableName) {
        this.table = table;
        this.tableName = tableName;
    }

    /**
     * Has an execution of the workflow sweep a day; false while another one is at work, be it for the same day.
     *
     * @param sweep the name of the execution
     */
    boolean take(String sweep, LocalDate day, Instant now) {
        var running = new HashMap<>(key(STATE, RUNNING));
        running.put(SWEEP, s(sweep));
        running.put(DAY, s(day.toString()));
        running.put(AT, s(now));
        try {
            table.putItem(put -> put.tableName(tableName)
                    .item(running)
                    .conditionExpression("attribute_not_exists(#sweep) OR #sweep = :sweep OR #at < :dead")
                    .expressionAttributeNames(Map.of("#sweep", SWEEP, "#at", AT))
                    .expressionAttributeValues(Map.of(":sweep", s(sweep), ":dead", s(now.minus(DEAD)))));
            return true;
        } catch (ConditionalCheckFailedException another) {
            return false;
        }
    }

    /** Says that the sweep of that day is still at work. */
    void beat(LocalDate day, Instant now) {
        try {
            table.updateItem(update -> update.tableName(tableName)
                    .key(key(STATE, RUNNING))
                    .updateExpression("SET #at = :at")
                    .conditionExpression("#day = :day")
                    .expressionAttributeNames(Map.of("#day", DAY, "#at", AT))
                    .expressionAttributeValues(Map.of(":day", s(day.toString()), ":at", s(now))));
        } catch (ConditionalCheckFailedException another) {
            // it was silent for so long that another one has begun; what both do is done once
        }
    }

    /** Ends the sweep of a day; twice is once, and another day's goes on. */
    void leave(LocalDate day) {
        try {
            table.deleteItem(delete -> delete.tableName(tableName)
                    .key(key(STATE, RUNNING))
                    .conditionExpression("#day = :day")
                    .expressionAttributeNames(Map.of("#day", DAY))
                    .expressionAttributeValues(Map.of(":day", s(day.toString()))));
        } catch (ConditionalCheckFailedException another) {
            // it has been left, or was taken over
        }
    }

    /** The first day of which something may still be due; empty before the first sweep. */
    Optional<LocalDate> since() {
        return find(item(STATE, FINISHED), DAY).map(LocalDate::parse);
    }

    /** That nothing is due any more of the days before that one; it never goes back. */
    void finished(LocalDate day) {
        var item = new HashMap<>(key(STATE, FINISHED));
        item.put(DAY, s(day.toString()));
        try {
            table.putItem(put -> put.tableName(tableName)
                    .item(item)
                    .conditionExpression("attribute_not_exists(#day) OR #day <= :day")
                    .expressionAttributeNames(Map.of("#day", DAY))
                    .expressionAttributeValues(Map.of(":day", s(day.toString()))));
        } catch (ConditionalCheckFailedException later) {
            // a later one has finished
        }
    }

    /** Writes down how a day's sweep stands. */
    void put(LocalDate day, Map<String, Object> tree) {
        var item = new HashMap<>(key(DAYS, day.toString()));
        item.put(TREE, s(Json.text(tree)));
        table.putItem(put -> put.tableName(tableName).item(item));
    }

    /** How a day's sweep stands; empty where there was none. */
    Optional<Map<String, Object>> of(LocalDate day) {
        return find(item(DAYS, day.toString()), TREE).map(Json::object);
    }

    /** How the last days' sweeps stand, the latest first. */
    Map<LocalDate, Map<String, Object>> last(int limit) {
        var last = new LinkedHashMap<LocalDate, Map<String, Object>>();
        table.query(query -> query.tableName(tableName)
                        .keyConditionExpression("#shelf = :days")
                        .expressionAttributeNames(Map.of("#shelf", SHELF))
                        .expressionAttributeValues(Map.of(":days", s(DAYS)))
                        .scanIndexForward(false)
                        .consistentRead(true)
                        .limit(limit))
                .items()
                .forEach(item -> last.put(LocalDate.parse(text(item, ITEM)), Json.object(text(item, TREE))));
        return last;
    }

    /** How many records of a category may go on a day by what was approved; 0 without an approval. */
    int approved(LocalDate day, String category) {
        return (int) number(item(day.toString(), APPROVED + category), COUNT);
    }

    /** That so many records of a category may go on a day; the last approval counts. */
    void approve(LocalDate day, String category, int count, String by, Instant now) {
        var item = new HashMap<>(key(day.toString(), APPROVED + category));
        item.put(COUNT, n(count));
        item.put("by", s(by));
        item.put(AT, s(now));
        table.putItem(put -> put.tableName(tableName).item(item));
    }

    /** The categories whose rules are not in use yet on a day, as its plan found. */
    Set<String> rulesOf(LocalDate day) {
        return of(day).map(tree -> Json.child(tree, SweptDay.RULES).keySet()).orElse(Set.of());
    }

    /** The rules that are in use, by category. */
    Map<String, String> rules() {
        var rules = new TreeMap<String, String>();
        table.queryPaginator(query -> query.tableName(tableName)
                        .keyConditionExpression("#shelf = :rules")
                        .expressionAttributeNames(Map.of("#shelf", SHELF))
                        .expressionAttributeValues(Map.of(":rules", s(RULES)))
                        .consistentRead(true))
                .items()
                .forEach(item -> rules.put(text(item, ITEM), text(item, RULE)));
        return rules;
    }

    /** That the rule of a category is in use from now on. */
    void use(String category, String rule) {
        var item = new HashMap<>(key(RULES, category));
        item.put(RULE, s(rule));
        table.putItem(put -> put.tableName(tableName).item(item));
    }

    /** Writes down what will be due when. */
    void putCalendar(Map<String, Object> tree) {
        var item = new HashMap<>(key(STATE, CALENDAR));
        item.put(TREE, s(Json.text(tree)));
        table.putItem(put -> put.tableName(tableName).item(item));
    }

    /** What will be due when; empty before it has been counted. */
    Optional<Map<String, Object>> calendar() {
        return find(item(STATE, CALENDAR), TREE).map(Json::object);
    }

    /** A batch of what is no record of a person's: it is named after where it stands, and holds what its proof is made of. */
    record Lot(String name, List<String> leaves) {}

    /** Writes down what is about to go. */
    void begin(LocalDate day, Lot lot) {
        var item = new HashMap<>(key(day.toString(), BATCH + lot.name()));
        item.put(KEYS, texts(lot.leaves()));
        table.putItem(put -> put.tableName(tableName).item(item));
    }

    /** The lots whose names begin so that were begun and are not done. */
    List<Lot> open(LocalDate day, String beginning) {
        return items(day, BATCH + beginning)
                .filter(item -> item.containsKey(KEYS))
                .map(item -> new Lot(text(item, ITEM).substring(BATCH.length()), texts(item, KEYS)))
                .toList();
    }

    /** That a lot is done: its counts take the place of what it held. */
    void done(LocalDate day, String name, Map<String, Object> tree) {
        var item = new HashMap<>(key(day.toString(), BATCH + name));
        item.put(TREE, s(Json.text(tree)));
        table.putItem(put -> put.tableName(tableName).item(item));
    }

    /** One batch of a shard. */
    record Batch(int shard, String id, List<DueRecords.Key> keys) {
        /** Its name within its day. */
        String name() {
            return "%02d.%s".formatted(shard, id);
        }
    }

    /** Writes down which records are about to go. */
    void begin(LocalDate day, Batch batch) {
        begin(
                day,
                new Lot(
                        batch.name(),
                        batch.keys().stream()
                                .map(key -> key.personId() + " " + key.recordId())
                                .toList()));
    }

    /** The batches of a shard that were begun and are not done. */
    List<Batch> open(LocalDate day, int shard) {
        return open(day, "%02d.".formatted(shard)).stream()
                .map(lot -> new Batch(
                        shard,
                        lot.name().substring(3),
                        lot.leaves().stream()
                                .map(key -> key.split(" ", 2))
                                .map(key -> new DueRecords.Key(key[0], key[1]))
                                .toList()))
                .toList();
    }

    /** That a batch is done: its counts take the place of its records. */
    void done(LocalDate day, Batch batch, Map<String, Object> tree) {
        done(day, batch.name(), tree);
    }

    /** What the batches of a day have come to: the sums of their counts, by name. */
    Map<String, Map<String, Integer>> sums(LocalDate day) {
        var sums = new TreeMap<String, Map<String, Integer>>();
        items(day, BATCH)
                .flatMap(item -> find(item, TREE).stream())
                .map(Json::object)
                .forEach(tree -> tree.keySet().stream()
                        .filter(name -> tree.get(name) instanceof Map<?, ?>)
                        .forEach(name -> {
                            var counts = Json.child(tree, name);
                            counts.keySet()
                                    .forEach(category -> sums.computeIfAbsent(name, made -> new TreeMap<>())
                                            .merge(category, Json.number(counts, category), Integer::sum));
                        }));
        return sums;
    }

    /** The ids of the ledger's entries that attest what went on a day. */
    List<String> entries(LocalDate day) {
        return items(day, BATCH)
                .flatMap(item -> find(item, TREE).stream())
                .map(tree -> Json.string(Json.object(tree), ENTRY))
                .filter(entry -> !entry.isEmpty())
                .sorted()
                .toList();
    }

    private Stream<Map<String, AttributeValue>> items(LocalDate day, String beginning) {
        return table
                .queryPaginator(query -> query.tableName(tableName)
                        .keyConditionExpression("#shelf = :day AND begins_with(#item, :beginning)")
                        .expressionAttributeNames(Map.of("#shelf", SHELF, "#item", ITEM))
                        .expressionAttributeValues(Map.of(":day", s(day.toString()), ":beginning", s(beginning)))
                        .consistentRead(true))
                .items()
                .stream();
    }

    private Map<String, AttributeValue> item(String shelf, String item) {
        return table.getItem(
                        get -> get.tableName(tableName).key(key(shelf, item)).consistentRead(true))
                .item();
    }

    private static Map<String, AttributeValue> key(String shelf, String item) {
        return Map.of(SHELF, s(shelf), ITEM, s(item));
    }
}
