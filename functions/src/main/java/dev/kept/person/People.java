package dev.kept.person;

import static dev.kept.items.Items.b;
import static dev.kept.items.Items.bytes;
import static dev.kept.items.Items.find;
import static dev.kept.items.Items.instant;
import static dev.kept.items.Items.s;
import static dev.kept.items.Items.text;
import static dev.kept.items.Items.texts;

import dev.kept.http.Json;
import dev.kept.items.Deletions;
import dev.kept.policy.KeyClass;
import dev.kept.policy.Policy;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionCheck;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/** The table People: the records held about each person, their fields sealed under the person's own keys. */
public final class People {
    /** S: whose record it is. */
    private static final String PERSON = "personId";
    /** S: the record's id. */
    private static final String RECORD = "recordId";

    private static final String CATEGORY = PeopleItems.CATEGORY;
    private static final String SOURCE = "source";
    private static final String PURPOSE = "purpose";
    private static final String BASIS = "legalBasis";
    private static final String POLICY = "policy";
    /** L of S: consents given. */
    private static final String CONSENTS = "consents";

    private static final String COLLECTED = PeopleItems.COLLECTED;
    private static final String DUE = PeopleItems.DUE;
    private static final String RETENTION = "retention";
    private static final String KEY_CLASS = "keyClass";
    /** B: the fields, sealed. */
    private static final String FIELDS = "fields";
    /** Sorts before every record: what is noted of the person herself, such as {@link #SET_APART}. */
    private static final String NOTES = "#";
    /** After every note and before every record, whose ids begin with the name of their category. */
    private static final String RECORDS = "$";
    /** The note that nothing is added to a person any more: what is known of her is being erased. */
    private static final String SET_APART = NOTES + "set-apart";

    /** The note of what has led to a person. */
    private static final String LED = NOTES + "identifiers";
    /** SS: keyed hashes. */
    private static final String HASHES = "hashes";

    /** S: the request for which something was noted. */
    private static final String REQUEST = "requestId";

    private final DynamoDbClient table;
    private final String tableName;
    private final Supplier<Identifiers> identifiers;
    private final Keys keys;

    public People(DynamoDbClient table, String tableName, Identifiers identifiers, Keys keys) {
        this(table, tableName, () -> identifiers, keys);
    }

    /**
     * @param identifiers asked for only by what adds people or sets them apart
     */
    public People(DynamoDbClient table, String tableName, Supplier<Identifiers> identifiers, Keys keys) {
        this.table = table;
        this.tableName = tableName;
        this.identifiers = identifiers;
        this.keys = keys;
    }

    /** Adds records of somebody to whom nothing has happened that their time would run from. */
    public boolean add(String personId, List<String> newIdentifiers, List<PersonRecord> records) {
        return add(personId, newIdentifiers, records, Milestones.NONE);
    }

    /**
     * Adds records of one person, all or none, and claims the identifiers that are new.
     *
     * @param newIdentifiers keyed hashes that are nobody's yet
     * @param milestones what had happened to her when the records got their last days
     * @return false when one of them has meanwhile become somebody's, the person has been set apart, or her account has come
     *     to end on another day: find the person again and repeat
     */
    public boolean add(
            String personId, List<String> newIdentifiers, List<PersonRecord> records, Milestones milestones) {
        var writes = new ArrayList<TransactWriteItem>();
        var opened = new HashMap<KeyClass, DataKey>();
        newIdentifiers.forEach(hash -> writes.add(TransactWriteItem.builder()
                .update(identifiers.get().claim(hash, personId))
                .build()));
        if (!newIdentifiers.isEmpty()) {
            writes.add(led(tableName, personId, newIdentifiers));
        }
        writes.add(notSetApart(personId));
        writes.add(ending(personId, milestones.ended()));
        for (var held : records) {
            var key = opened.computeIfAbsent(held.keyClass(), keyClass -> keys.ensure(personId, keyClass.word()));
            writes.add(TransactWriteItem.builder().put(put(personId, held, key)).build());
        }
        return done(table, writes);
    }

    /** Notes what leads to a person, for the day on which nothing is left of her. */
    static TransactWriteItem led(String tableName, String personId, List<String> hashes) {
        return TransactWriteItem.builder()
                .update(update -> update.tableName(tableName)
                        .key(key(personId, LED))
                        .updateExpression("ADD " + HASHES + " :hashes")
                        .expressionAttributeValues(Map.of(":hashes", AttributeValue.fromSs(hashes))))
                .build();
    }

    /** Holds while her account ends on that day, so that every record of hers is dated by it. */
    private TransactWriteItem ending(String personId, Optional<LocalDate> ended) {
        var check = ConditionCheck.builder().tableName(tableName).key(key(personId, DateRecords.ENDED));
        ended.ifPresentOrElse(
                day -> check.conditionExpression("#day = :day")
                        .expressionAttributeNames(Map.of("#day", DateRecords.DAY))
                        .expressionAttributeValues(Map.of(":day", s(day.toString()))),
                () -> check.conditionExpression("attribute_not_exists(" + RECORD + ")"));
        return TransactWriteItem.builder().conditionCheck(check.build()).build();
    }

    private TransactWriteItem notSetApart(String personId) {
        return notSetApart(tableName, personId);
    }

    /** Holds where nothing is being erased of the person, so that nothing is added to what goes. */
    static TransactWriteItem notSetApart(String tableName, String personId) {
        return TransactWriteItem.builder()
                .conditionCheck(ConditionCheck.builder()
                        .tableName(tableName)
                        .key(key(personId, SET_APART))
                        .conditionExpression("attribute_not_exists(" + RECORD + ")")
                        .build())
                .build();
    }

    /** Whether all of it was written; nothing was where a condition did not hold. */
    static boolean done(DynamoDbClient table, List<TransactWriteItem> writes) {
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

    /**
     * Hands over the records of a person that may be processed, page by page: those that she has not objected to.
     *
     * @throws Restricted when her records are restricted
     */
    public void forEach(String personId, Consumer<PersonRecord> consumer) {
        forEach(Use.PROCESSING, personId, consumer);
    }

    /**
     * Hands over every record of a person that may be used so, page by page.
     *
     * @throws Restricted when they may not be
     */
    public void forEach(Use use, String personId, Consumer<PersonRecord> consumer) {
        var objected = limits(use, personId);
        var opened = new HashMap<KeyClass, DataKey>();
        pages(personId, item -> {
            if (objected.contains(text(item, CATEGORY))) {
                return;
            }
            var keyClass = keyClass(item);
            var key = opened.computeIfAbsent(keyClass, wanted -> keys.get(personId, wanted.word()));
            consumer.accept(read(personId, item, keyClass, key));
        });
    }

    /** The categories that are left out of such a use. */
    private Set<String> limits(Use use, String personId) {
        if (!use.isLimited()) {
            return Set.of();
        }
        if (Restrictions.isRestricted(table, tableName, personId)) {
            throw new Restricted(personId);
        }
        return Restrictions.objected(table, tableName, personId);
    }

    /** Shows every record of a person, for her rights: its category and when it was collected, without opening any. */
    public void look(String personId, BiConsumer<String, Instant> seen) {
        pages(personId, item -> seen.accept(text(item, CATEGORY), instant(item, COLLECTED)));
    }

    /**
     * Sets a person apart for an erasure: from now on nothing is added to her, and the identifiers lead nowhere any more,
     * so that whoever comes back under one of them is a new person. All of it or nothing; twice is once.
     *
     * @param hashes the keyed hashes of her identifiers
     * @param archived whether something of hers stays, which she has to be able to find
     */
    public void setApart(String personId, String requestId, List<String> hashes, boolean archived) {
        var writes = new ArrayList<TransactWriteItem>();
        var note = new HashMap<>(key(personId, SET_APART));
        note.put(REQUEST, s(requestId));
        writes.add(TransactWriteItem.builder()
                .put(Put.builder().tableName(tableName).item(note).build())
                .build());
        hashes.forEach(hash -> writes.add(TransactWriteItem.builder()
                .update(identifiers.get().release(hash, personId, archived))
                .build()));
        table.transactWriteItems(write -> write.transactItems(writes));
    }

    /** What moves the last days of her records. */
    public DateRecords dates(Policy policy) {
        return new DateRecords(table, tableName, policy);
    }

    /** What a person was found by before it was corrected, and how it is exchanged. */
    public FormerIdentifiers former() {
        return new FormerIdentifiers(table, tableName, identifiers.get(), keys);
    }

    private List<Map<String, AttributeValue>> notes(String personId, String beginning) {
        return table
                .queryPaginator(query -> query.tableName(tableName)
                        .keyConditionExpression(PERSON + " = :person AND begins_with(" + RECORD + ", :beginning)")
                        .expressionAttributeValues(Map.of(":person", s(personId), ":beginning", s(beginning)))
                        .consistentRead(true))
                .items()
                .stream()
                .toList();
    }

    /**
     * Erases some of a person's records, in the order of their ids.
     *
     * @param going which, by their category and when they were collected
     * @param atMost how many at most
     * @param gone hears of each category of which one was erased
     * @return whether there are more
     */
    public boolean erase(String personId, BiPredicate<String, Instant> going, int atMost, Consumer<String> gone) {
        var doomed = new ArrayList<Map<String, AttributeValue>>();
        var erased = new ArrayList<String>();
        var more = false;
        for (var item : records(personId)) {
            var category = text(item, CATEGORY);
            if (!going.test(category, instant(item, COLLECTED))) {
                continue;
            }
            if (doomed.size() == atMost) {
                more = true;
                break;
            }
            doomed.add(key(personId, text(item, RECORD)));
            erased.add(category);
        }
        new Deletions(table, tableName).delete(doomed);
        erased.forEach(gone);
        return more;
    }

    /**
     * Writes new values into those of a person's records that have such a field, under the same key and in the same place.
     *
     * @param atMost how many records to change at most
     * @return whether there are more
     * @throws ConditionalCheckFailedException when a record was changed or erased meanwhile
     */
    public boolean correct(String personId, Map<String, String> values, int atMost) {
        return rewrite(
                personId,
                held -> {
                    var fields = new LinkedHashMap<>(held.fields());
                    fields.replaceAll((name, value) -> values.getOrDefault(name, value));
                    return fields;
                },
                atMost);
    }

    /**
     * Gives those of a person's records other fields for which there are others, under the same key and in the same place.
     *
     * @param fields what a record is to hold
     * @param atMost how many records to change at most
     * @return whether there are more
     * @throws ConditionalCheckFailedException when a record was changed or erased meanwhile
     */
    public boolean rewrite(String personId, Function<PersonRecord, Map<String, String>> fields, int atMost) {
        var opened = new HashMap<KeyClass, DataKey>();
        var left = atMost;
        for (var item : records(personId)) {
            var keyClass = keyClass(item);
            var key = opened.computeIfAbsent(keyClass, wanted -> keys.get(personId, wanted.word()));
            var held = read(personId, item, keyClass, key);
            var others = fields.apply(held);
            if (others.equals(held.fields())) {
                continue;
            }
            if (left-- == 0) {
                return true;
            }
            var sealed = b(key.seal(Json.text(others), place(personId, held.id())));
            table.updateItem(update -> update.tableName(tableName)
                    .key(key(personId, held.id()))
                    .updateExpression("SET #fields = :new")
                    .conditionExpression("#fields = :old")
                    .expressionAttributeNames(Map.of("#fields", FIELDS))
                    .expressionAttributeValues(Map.of(":new", sealed, ":old", b(bytes(item, FIELDS)))));
        }
        return false;
    }

    /**
     * Erases what is left of a person once her records are gone: the notes about her, and the keys of those classes under
     * which nothing stands any more, which makes every copy of what they sealed unreadable. Where records stay, she stays
     * set apart, and what is noted under their key stays with them.
     *
     * @return whether nothing is left of her
     */
    public boolean forget(String personId) {
        return forget(personId, classes(personId));
    }

    /** The classes of the keys that her records are sealed under. */
    private Set<KeyClass> classes(String personId) {
        var classes = EnumSet.noneOf(KeyClass.class);
        pages(personId, item -> classes.add(keyClass(item)));
        return classes;
    }

    private boolean forget(String personId, Set<KeyClass> classes) {
        for (var keyClass : KeyClass.values()) {
            if (!classes.contains(keyClass)) {
                keys.shred(personId, keyClass.word());
            }
        }
        var doomed = notes(personId, NOTES).stream()
                .filter(note -> classes.isEmpty() || !staysWith(classes, note))
                .map(note -> key(personId, text(note, RECORD)))
                .toList();
        new Deletions(table, tableName).delete(doomed);
        return classes.isEmpty();
    }

    /**
     * Ends a person of whom nothing is in use any more: what led to her leads nowhere, or to what a law keeps of her, and what
     * was sealed with her account's key cannot be read in any copy. Done twice it is done once.
     *
     * @param by what ends her, by its id
     * @return false when something of hers is in use, or has come in meanwhile
     */
    public boolean retire(String personId, String by) {
        if (classes(personId).contains(KeyClass.ACCOUNT)) {
            return false;
        }
        var set = setApartBy(personId, by);
        var left = classes(personId);
        if (left.contains(KeyClass.ACCOUNT)) {
            if (set.equals(by)) {
                table.deleteItem(delete -> delete.tableName(tableName).key(key(personId, SET_APART)));
            }
            return false;
        }
        var archived = !left.isEmpty();
        var hashes = led(personId);
        var leading = hashes.stream()
                .filter(hash -> identifiers
                        .get()
                        .personOf(hash)
                        .filter(personId::equals)
                        .isPresent())
                .toList();
        if (!leading.isEmpty()) {
            setApart(personId, set, leading, archived);
        }
        hashes.forEach(hash -> identifiers.get().tidy(hash, archived ? List.of() : List.of(personId)));
        forget(personId, left);
        return true;
    }

    /** Sees to it that nothing is added to a person any more; by whom she was set apart first. */
    private String setApartBy(String personId, String by) {
        var note = new HashMap<>(key(personId, SET_APART));
        note.put(REQUEST, s(by));
        try {
            table.putItem(put ->
                    put.tableName(tableName).item(note).conditionExpression("attribute_not_exists(" + RECORD + ")"));
            return by;
        } catch (ConditionalCheckFailedException another) {
            return find(
                            table.getItem(get -> get.tableName(tableName)
                                            .key(key(personId, SET_APART))
                                            .consistentRead(true))
                                    .item(),
                            REQUEST)
                    .orElse(by);
        }
    }

    private List<String> led(String personId) {
        var hashes = table.getItem(
                        get -> get.tableName(tableName).key(key(personId, LED)).consistentRead(true))
                .item()
                .get(HASHES);
        return hashes == null ? List.of() : hashes.ss().stream().sorted().toList();
    }

    /** Whether anything of hers stands under her account's key. */

    /** Whether there is a record of that person. */
    public boolean knows(String personId) {
        return records(personId).iterator().hasNext();
    }

    /**
     * The people of whom something has been corrected, one part of all of them.
     *
     * @param part which, counted from 0
     */
    public Set<String> corrected(int part, int parts) {
        var found = new TreeSet<String>();
        table.scanPaginator(scan -> scan.tableName(tableName)
                        .segment(part)
                        .totalSegments(parts)
                        .consistentRead(true)
                        .filterExpression("begins_with(" + RECORD + ", :note)")
                        .expressionAttributeValues(Map.of(":note", s(Corrections.NOTE))))
                .items()
                .forEach(note -> found.add(text(note, PERSON)));
        return found;
    }

    private static boolean staysWith(Set<KeyClass> classes, Map<String, AttributeValue> note) {
        return text(note, RECORD).equals(SET_APART)
                || text(note, RECORD).equals(LED)
                || (note.containsKey(KEY_CLASS) && classes.contains(keyClass(note)));
    }

    private void pages(String personId, Consumer<Map<String, AttributeValue>> consumer) {
        records(personId).forEach(consumer);
    }

    private Iterable<Map<String, AttributeValue>> records(String personId) {
        return table.queryPaginator(query -> query.tableName(tableName)
                        .keyConditionExpression(PERSON + " = :person AND " + RECORD + " > :notes")
                        .expressionAttributeValues(Map.of(":person", s(personId), ":notes", s(RECORDS)))
                        .consistentRead(true))
                .items();
    }

    private static Map<String, AttributeValue> key(String personId, String recordId) {
        return Map.of(PERSON, s(personId), RECORD, s(recordId));
    }

    private static KeyClass keyClass(Map<String, AttributeValue> item) {
        return KeyClass.valueOf(text(item, KEY_CLASS).toUpperCase(Locale.ROOT));
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
            item.put(PeopleItems.DUE_DAY, s(PeopleItems.dueDay(due, personId)));
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
