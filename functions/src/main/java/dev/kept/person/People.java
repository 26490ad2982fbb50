package dev.kept.person;

import static dev.kept.items.Items.b;
import static dev.kept.items.Items.bytes;
import static dev.kept.items.Items.find;
import static dev.kept.items.Items.instant;
import static dev.kept.items.Items.s;
import static dev.kept.items.Items.text;
import static dev.kept.items.Items.texts;

import dev.kept.http.Json;
import dev.kept.policy.KeyClass;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/** The table People: the records held about each person, their fields sealed under the person's own keys. */
public final class People {
    /** S: whose record it is. */
    private static final String PERSON = "personId";
    /** S: the record's id. */
    private static final String RECORD = "recordId";

    private static final String CATEGORY = "category";
    private static final String SOURCE = "source";
    private static final String PURPOSE = "purpose";
    private static final String BASIS = "legalBasis";
    private static final String POLICY = "policy";
    /** L of S: consents given. */
    private static final String CONSENTS = "consents";
    /** S: ISO 8601 instant. */
    private static final String COLLECTED = "collected";
    /** S: ISO 8601 date, absent while the rule's event has not come. */
    private static final String DUE = "due";
    /** S: the day and a shard of it, such as 2026-12-06#07: the key of the index of what is due on a day. */
    private static final String DUE_DAY = "dueDay";

    private static final String RETENTION = "retention";
    private static final String KEY_CLASS = "keyClass";
    /** B: the fields, sealed. */
    private static final String FIELDS = "fields";
    /** How many shards a day's records are spread over, so that no one partition carries a whole day. */
    private static final int SHARDS = 16;

    private final DynamoDbClient table;
    private final String tableName;
    private final Identifiers identifiers;
    private final Keys keys;

    public People(DynamoDbClient table, String tableName, Identifiers identifiers, Keys keys) {
        this.table = table;
        this.tableName = tableName;
        this.identifiers = identifiers;
        this.keys = keys;
    }

    /**
     * Adds records of one person, all or none, and claims the identifiers that are new.
     *
     * @param newIdentifiers keyed hashes that are nobody's yet
     * @return false when one of them has meanwhile become somebody's: find the person again and repeat
     */
    public boolean add(String personId, List<String> newIdentifiers, List<PersonRecord> records) {
        var writes = new ArrayList<TransactWriteItem>();
        var opened = new HashMap<KeyClass, DataKey>();
        newIdentifiers.forEach(hash -> writes.add(TransactWriteItem.builder()
                .put(identifiers.claim(hash, personId))
                .build()));
        for (var held : records) {
            var key = opened.computeIfAbsent(held.keyClass(), keyClass -> keys.ensure(personId, keyClass.word()));
            writes.add(TransactWriteItem.builder().put(put(personId, held, key)).build());
        }
        try {
            table.transactWriteItems(write -> write.transactItems(writes));
            return true;
        } catch (TransactionCanceledException cancelled) {
            if (cancelled.cancellationReasons().stream()
                    .anyMatch(reason -> "ConditionalCheckFailed".equals(reason.code()))) {
                return false;
            }
            throw cancelled;
        }
    }

    /** Hands over every record of a person, page by page. */
    public void forEach(String personId, Consumer<PersonRecord> consumer) {
        var opened = new HashMap<KeyClass, DataKey>();
        pages(personId, item -> {
            var keyClass = KeyClass.valueOf(text(item, KEY_CLASS).toUpperCase(Locale.ROOT));
            var key = opened.computeIfAbsent(keyClass, wanted -> keys.get(personId, wanted.word()));
            consumer.accept(read(personId, item, keyClass, key));
        });
    }

    /** How many records of each category a person has, without opening any. */
    public Map<String, Integer> count(String personId) {
        var counts = new LinkedHashMap<String, Integer>();
        pages(personId, item -> counts.merge(text(item, CATEGORY), 1, Integer::sum));
        return counts;
    }

    private void pages(String personId, Consumer<Map<String, AttributeValue>> consumer) {
        table.queryPaginator(query -> query.tableName(tableName)
                        .keyConditionExpression(PERSON + " = :person")
                        .expressionAttributeValues(Map.of(":person", s(personId)))
                        .consistentRead(true))
                .items()
                .forEach(consumer);
    }

    private Put put(String personId, PersonRecord held, DataKey key) {
        var item = new HashMap<String, AttributeValue>();
        item.put(PERSON, s(personId));
        item.put(RECORD, s(held.id()));
        item.put(CATEGORY, s(held.category()));
        item.put(SOURCE, s(held.source()));
        item.put(PURPOSE, s(held.purpose()));
        item.put(BASIS, s(held.legalBasis()));
        item.put(POLICY, s(held.policy()));
        item.put(CONSENTS, texts(held.consents()));
        item.put(COLLECTED, s(held.collected()));
        held.due().ifPresent(due -> {
            item.put(DUE, s(due.toString()));
            item.put(DUE_DAY, s("%s#%02d".formatted(due, Math.floorMod(held.id().hashCode(), SHARDS))));
        });
        item.put(RETENTION, s(held.retention()));
        item.put(KEY_CLASS, s(held.keyClass().word()));
        item.put(FIELDS, b(key.seal(Json.text(held.fields()), place(personId, held.id()))));
        return Put.builder()
                .tableName(tableName)
                .item(item)
                .conditionExpression("attribute_not_exists(" + RECORD + ")")
                .build();
    }

    private static PersonRecord read(
            String personId, Map<String, AttributeValue> item, KeyClass keyClass, DataKey key) {
        var id = text(item, RECORD);
        var fields = new LinkedHashMap<String, String>();
        Json.object(key.openText(bytes(item, FIELDS), place(personId, id)))
                .forEach((name, value) -> fields.put(name, String.valueOf(value)));
        return new PersonRecord(
                id,
                text(item, CATEGORY),
                text(item, SOURCE),
                text(item, PURPOSE),
                text(item, BASIS),
                text(item, POLICY),
                texts(item, CONSENTS),
                instant(item, COLLECTED),
                find(item, DUE).map(LocalDate::parse),
                text(item, RETENTION),
                keyClass,
                fields);
    }

    private static String place(String personId, String recordId) {
        return "people/" + personId + "/" + recordId;
    }
}
