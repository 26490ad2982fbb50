package dev.kept.person;

import static dev.kept.items.Items.find;
import static dev.kept.items.Items.instant;
import static dev.kept.items.Items.s;
import static dev.kept.items.Items.text;

import dev.kept.items.Deletions;
import dev.kept.policy.KeyClass;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/**
 * The records of the table People whose last day has come, whoever's they are. They are found by the index of days, so that
 * a look costs what is due and not what is stored; the index may lag, so whatever is done is done to the record itself, and
 * only while it still has the day that was read.
 */
public final class DueRecords {
    /** As many as DynamoDB reads in one call. */
    private static final int READ_AT_ONCE = 100;
    /** As many as DynamoDB deletes in one call. */
    private static final int DELETED_AT_ONCE = 100;
    /** How often what was left undone is asked for again, waiting twice as long each time. */
    private static final int TRIES = 7;

    private static final int FIRST_WAIT_MILLISECONDS = 25;

    private static final String PERSON = "personId";
    private static final String RECORD = "recordId";
    private static final String PROJECTION =
            String.join(", ", PERSON, RECORD, PeopleItems.CATEGORY, PeopleItems.COLLECTED, PeopleItems.DUE, "keyClass");

    private static final String INDEX = "ByDueDay";
    private static final String MOVED = "ConditionalCheckFailed";
    /** What a transaction is cancelled for, and what will not be so when it is asked for again. */
    private static final Set<String> PASSING =
            Set.of("None", MOVED, "TransactionConflict", "ThrottlingError", "ProvisionedThroughputExceeded");

    private final DynamoDbClient table;
    private final String tableName;

    public DueRecords(DynamoDbClient table, String tableName) {
        this.table = table;
        this.tableName = tableName;
    }

    /** Names a record. */
    public record Key(String personId, String recordId) {
        private Map<String, AttributeValue> item() {
            return Map.of(PERSON, s(personId), RECORD, s(recordId));
        }

        /** The category of the record, which its id begins with. */
        public String category() {
            return recordId.substring(0, recordId.lastIndexOf('.'));
        }
    }

    /**
     * A record as far as it can be read without a key.
     *
     * @param lastDay the last day of keeping
     */
    public record Due(Key key, String category, Instant collected, LocalDate lastDay, KeyClass keyClass) {}

    /** Some of a day's records, and where the next ones begin. */
    public record Page(List<Key> keys, Optional<Next> next) {}

    /** Where a page goes on. */
    public record Next(Map<String, AttributeValue> key) {
        @Override
        public String toString() {
            return "Next[]";
        }
    }

    /** How many shards each day has: they can be worked through at the same time. */
    public static int shards() {
        return PeopleItems.SHARDS;
    }

    /** How many records the index has for a shard of a day, by category. */
    public Map<String, Integer> counts(LocalDate day, int shard) {
        var counts = new TreeMap<String, Integer>();
        var from = Optional.<Next>empty();
        do {
            var page = page(day, shard, from, Integer.MAX_VALUE);
            page.keys().forEach(key -> counts.merge(key.category(), 1, Integer::sum));
            from = page.next();
        } while (from.isPresent());
        return counts;
    }

    /** A page of what the index has for a shard of a day. */
    public Page page(LocalDate day, int shard, Optional<Next> from, int limit) {
        var answer = table.query(query -> {
            query.tableName(tableName)
                    .indexName(INDEX)
                    .keyConditionExpression(PeopleItems.DUE_DAY + " = :day")
                    .expressionAttributeValues(Map.of(":day", s(PeopleItems.dueDay(day, shard))));
            if (limit < Integer.MAX_VALUE) {
                query.limit(limit);
            }
            from.ifPresent(next -> query.exclusiveStartKey(next.key()));
        });
        return new Page(
                answer.items().stream()
                        .map(item -> new Key(text(item, PERSON), text(item, RECORD)))
                        .toList(),
                answer.hasLastEvaluatedKey() ? Optional.of(new Next(answer.lastEvaluatedKey())) : Optional.empty());
    }

    /** Shows each record that has a last day: the day on which it is looked at, and its category. */
    public void each(BiConsumer<LocalDate, String> shows) {
        table.scanPaginator(scan -> scan.tableName(tableName)
                        .indexName(INDEX)
                        .projectionExpression(RECORD + ", " + PeopleItems.DUE_DAY))
                .items()
                .forEach(item -> shows.accept(day(item), new Key("", text(item, RECORD)).category()));
    }

    private static LocalDate day(Map<String, AttributeValue> item) {
        return LocalDate.parse(text(item, PeopleItems.DUE_DAY).replaceFirst("#.*", ""));
    }

    /** The earliest day that anything is due on; looks through everything that has a day, so for the first sweep only. */
    public Optional<LocalDate> earliest() {
        return table
                .scanPaginator(
                        scan -> scan.tableName(tableName).indexName(INDEX).projectionExpression(PeopleItems.DUE_DAY))
                .items()
                .stream()
                .map(DueRecords::day)
                .min(LocalDate::compareTo);
    }

    /**
     * Whether there are so many records of a category at least. Looks no further than it has to, and gives up at a hundred
     * times as many records: then there are not enough of that category to be sure.
     */
    public boolean areAtLeast(String category, int count) {
        var found = 0;
        var seen = 0L;
        for (var page : table.scanPaginator(scan -> scan.tableName(tableName)
                .filterExpression("begins_with(" + RECORD + ", :category)")
                .expressionAttributeValues(Map.of(":category", s(category + ".")))
                .projectionExpression(RECORD))) {
            found += page.count();
            seen += page.scannedCount();
            if (found >= count) {
                return true;
            }
            if (seen > 100L * count) {
                return false;
            }
        }
        return false;
    }

    /** Those of the records that are there and have a last day, as they stand at this moment. */
    public List<Due> read(List<Key> keys) {
        var found = new ArrayList<Due>();
        for (var from = 0; from < keys.size(); from += READ_AT_ONCE) {
            items(keys.subList(from, Math.min(keys.size(), from + READ_AT_ONCE)))
                    .forEach(item -> due(item).ifPresent(found::add));
        }
        return found;
    }

    private static Optional<Due> due(Map<String, AttributeValue> item) {
        return find(item, PeopleItems.DUE)
                .map(LocalDate::parse)
                .map(day -> new Due(
                        new Key(text(item, PERSON), text(item, RECORD)),
                        text(item, PeopleItems.CATEGORY),
                        instant(item, PeopleItems.COLLECTED),
                        day,
                        keyClass(item)));
    }

    private static KeyClass keyClass(Map<String, AttributeValue> item) {
        return KeyClass.valueOf(text(item, "keyClass").toUpperCase(Locale.ROOT));
    }

    /**
     * What a person's partition says at this moment of what may become of her records.
     *
     * @param due those that have a last day
     * @param inUse the ids of those that are in use, and not kept for the law alone
     * @param restricted whether they are restricted
     * @param dated whether anything is noted that their days are counted from
     */
    public record Whole(List<Due> due, Set<String> inUse, boolean restricted, boolean dated) {}

    /** Reads all of a person at once. */
    public Whole whole(String personId) {
        var due = new ArrayList<Due>();
        var inUse = new TreeSet<String>();
        var notes = new TreeSet<String>();
        table.queryPaginator(query -> query.tableName(tableName)
                        .keyConditionExpression(PERSON + " = :person")
                        .expressionAttributeValues(Map.of(":person", s(personId)))
                        .projectionExpression(PROJECTION)
                        .consistentRead(true))
                .items()
                .forEach(item -> {
                    var id = text(item, RECORD);
                    if (id.startsWith("#")) {
                        notes.add(id);
                        return;
                    }
                    due(item).ifPresent(due::add);
                    if (keyClass(item) == KeyClass.ACCOUNT) {
                        inUse.add(id);
                    }
                });
        return new Whole(
                List.copyOf(due),
                inUse,
                notes.stream().anyMatch(note -> note.startsWith(Restrictions.NOTE)),
                notes.stream().anyMatch(DateRecords::counts));
    }

    /** How many of the records are there at this moment, whatever their day. */
    public List<Key> left(List<Key> keys) {
        var left = new ArrayList<Key>();
        for (var from = 0; from < keys.size(); from += READ_AT_ONCE) {
            items(keys.subList(from, Math.min(keys.size(), from + READ_AT_ONCE)))
                    .forEach(item -> left.add(new Key(text(item, PERSON), text(item, RECORD))));
        }
        return left;
    }

    private List<Map<String, AttributeValue>> items(List<Key> keys) {
        var found = new ArrayList<Map<String, AttributeValue>>();
        var wanted = keys.stream().map(Key::item).toList();
        for (var tries = 0; !wanted.isEmpty(); tries++) {
            rest(tries, wanted.size());
            var asked = KeysAndAttributes.builder()
                    .keys(wanted)
                    .consistentRead(true)
                    .projectionExpression(PROJECTION)
                    .build();
            var answer = table.batchGetItem(get -> get.requestItems(Map.of(tableName, asked)));
            found.addAll(answer.responses().getOrDefault(tableName, List.of()));
            var left = answer.unprocessedKeys().get(tableName);
            wanted = left == null ? List.of() : left.keys();
        }
        return found;
    }

    /** Parts of so many that each is deleted in one call. */
    public static List<List<Due>> lots(List<Due> records) {
        var lots = new ArrayList<List<Due>>();
        for (var from = 0; from < records.size(); from += DELETED_AT_ONCE) {
            lots.add(records.subList(from, Math.min(records.size(), from + DELETED_AT_ONCE)));
        }
        return lots;
    }

    /**
     * Deletes records, each only while it still has the last day that was read. Which of them are gone a reading tells.
     *
     * @throws Deletions.Unprocessed when DynamoDB left some undone however often it was asked
     */
    public void delete(List<Due> records) {
        lots(records).forEach(this::deleteSome);
    }

    /** All of them in one transaction, and then once more without those that have got another day, or are gone. */
    private void deleteSome(List<Due> records) {
        var left = records;
        for (var tries = 0; !left.isEmpty(); tries++) {
            rest(tries, left.size());
            var asked = left;
            try {
                table.transactWriteItems(write ->
                        write.transactItems(asked.stream().map(this::deletion).toList()));
                return;
            } catch (TransactionCanceledException cancelled) {
                var reasons = cancelled.cancellationReasons();
                left = IntStream.range(0, asked.size())
                        .filter(number -> !MOVED.equals(reasons.get(number).code()))
                        .mapToObj(asked::get)
                        .toList();
                var others = reasons.stream()
                        .map(CancellationReason::code)
                        .filter(code -> !PASSING.contains(code))
                        .findFirst();
                if (others.isPresent()) {
                    throw cancelled;
                }
            }
        }
    }

    private TransactWriteItem deletion(Due due) {
        return TransactWriteItem.builder()
                .delete(delete -> delete.tableName(tableName)
                        .key(due.key().item())
                        .conditionExpression(PeopleItems.DUE + " = :due")
                        .expressionAttributeValues(
                                Map.of(":due", s(due.lastDay().toString()))))
                .build();
    }

    /** Puts a record that is held back before the sweep of a later day; its last day stays what it was. */
    public void lookAgain(Due due, LocalDate day) {
        try {
            table.updateItem(update -> update.tableName(tableName)
                    .key(due.key().item())
                    .updateExpression("SET " + PeopleItems.DUE_DAY + " = :day")
                    .conditionExpression(PeopleItems.DUE + " = :due")
                    .expressionAttributeValues(Map.of(
                            ":day", s(PeopleItems.dueDay(day, due.key().personId())),
                            ":due", s(due.lastDay().toString()))));
        } catch (ConditionalCheckFailedException moved) {
            // it has got another day, or is gone: whoever did that has put it where it belongs
        }
    }

    private void rest(int tries, int left) {
        if (tries == TRIES) {
            throw new Deletions.Unprocessed(tableName, left);
        }
        if (tries > 0) {
            try {
                Thread.sleep(FIRST_WAIT_MILLISECONDS << tries);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw new Deletions.Unprocessed(tableName, left);
            }
        }
    }
}
