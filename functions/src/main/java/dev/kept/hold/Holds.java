package dev.kept.hold;

import static dev.kept.items.Items.instant;
import static dev.kept.items.Items.s;
import static dev.kept.items.Items.text;
import static dev.kept.items.Items.texts;

import dev.kept.person.IdentifierHashes;
import dev.kept.system.Place;
import dev.kept.system.Subject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.Delete;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.Update;

/**
 * The table Holds. A hold stands there under everything that leads to the person, Kept's own ids and the keyed hashes of
 * her identifiers, so that it is found whichever of them is left, and by a read of the table itself: a hold is in force
 * from the moment that it is written.
 */
public final class Holds {
    /** S: a person's id, the keyed hash of an identifier, or {@link #ALL} and the hold's id. */
    private static final String SUBJECT = "subject";
    /** S: the hold's id. */
    private static final String HOLD = "holdId";
    /** What the one row of a hold begins with that says under what else it stands. */
    private static final String ALL = "hold#";
    /** L of S: under what else the hold stands. */
    private static final String SUBJECTS = "subjects";
    /** SS: the requests whose erasure is owed. */
    private static final String OWED = "owed";
    /** S: set once it is released and what is owed for it has not been begun. */
    private static final String RELEASED = "released";
    /** S: set on the one row of a hold by which it is listed. */
    private static final String OPEN = "open";
    /** The index of holds, the earliest review first. */
    private static final String BY_REVIEW = "ByReview";

    private final DynamoDbClient table;
    private final String tableName;
    private final Supplier<IdentifierHashes> hashes;

    /**
     * @param hashes asked only when a person's holds are looked for or placed
     */
    public Holds(DynamoDbClient table, String tableName, Supplier<IdentifierHashes> hashes) {
        this.table = table;
        this.tableName = tableName;
        this.hashes = hashes;
    }

    /** The holds over a person. */
    public List<Hold> over(Subject subject) {
        var found = new LinkedHashMap<String, Hold>();
        for (var name : names(subject)) {
            under(name).forEach(hold -> found.put(hold.id(), hold));
        }
        return found.values().stream().sorted(Comparator.comparing(Hold::id)).toList();
    }

    private Stream<Hold> under(String name) {
        return table
                .queryPaginator(query -> query.tableName(tableName)
                        .keyConditionExpression(SUBJECT + " = :subject")
                        .expressionAttributeValues(Map.of(":subject", s(name)))
                        .consistentRead(true))
                .items()
                .stream()
                .map(Holds::read);
    }

    /** All holds that are in force at this moment, by whatever they stand under: few, so that one look serves for many people. */
    public Map<String, List<Hold>> everywhere() {
        return table
                .scanPaginator(scan -> scan.tableName(tableName)
                        .filterExpression("NOT begins_with(" + SUBJECT + ", :all)")
                        .expressionAttributeValues(Map.of(":all", s(ALL)))
                        .consistentRead(true))
                .items()
                .stream()
                .collect(Collectors.groupingBy(
                        item -> text(item, SUBJECT), Collectors.mapping(Holds::read, Collectors.toList())));
    }

    /** The holds over whoever has a place in a system. */
    public List<Hold> over(Place place) {
        return under(hashes.get().ofPlace(place.system(), place.name())).toList();
    }

    /**
     * Places a hold over a person, all of it or nothing.
     *
     * @param places where her data stand in other systems, which may know her by nothing else
     */
    public void place(Subject subject, List<Place> places, Hold hold) {
        var names = names(subject);
        places.forEach(place -> names.add(hashes.get().ofPlace(place.system(), place.name())));
        var writes = new ArrayList<TransactWriteItem>();
        names.forEach(name -> writes.add(put(row(name, hold))));
        var all = row(ALL + hold.id(), hold);
        all.put(SUBJECTS, texts(List.copyOf(names)));
        all.put(OPEN, s(OPEN));
        writes.add(put(all));
        table.transactWriteItems(write -> write.transactItems(writes));
    }

    /** The hold of that id; empty when it was released, or never was. */
    public Optional<Hold> find(String holdId) {
        return Optional.of(all(holdId)).filter(row -> !row.isEmpty()).map(Holds::read);
    }

    /** Notes that a request's erasure is owed for what the hold keeps back. */
    public void owe(String holdId, String requestId) {
        try {
            table.updateItem(update -> update.tableName(tableName)
                    .key(key(ALL + holdId, holdId))
                    .updateExpression("ADD " + OWED + " :request")
                    .conditionExpression("attribute_exists(" + HOLD + ") AND attribute_not_exists(" + RELEASED + ")")
                    .expressionAttributeValues(Map.of(":request", AttributeValue.fromSs(List.of(requestId)))));
        } catch (ConditionalCheckFailedException released) {
            throw new HoldReleased(holdId);
        }
    }

    /** The requests whose erasure is owed for what the hold keeps back. */
    public List<String> owed(String holdId) {
        var owed = all(holdId).get(OWED);
        return owed == null ? List.of() : owed.ss().stream().sorted().toList();
    }

    /** A hold was released while something was found that it keeps back: look again. */
    public static final class HoldReleased extends RuntimeException {
        private static final long serialVersionUID = 1;

        HoldReleased(String holdId) {
            super("hold " + holdId + " has been released");
        }
    }

    /** Takes a hold off everything that it stands under, all of it or nothing; what is owed for it is still known. */
    public void release(String holdId) {
        var writes = new ArrayList<TransactWriteItem>();
        texts(all(holdId), SUBJECTS).forEach(name -> writes.add(delete(name, holdId)));
        writes.add(TransactWriteItem.builder()
                .update(Update.builder()
                        .tableName(tableName)
                        .key(key(ALL + holdId, holdId))
                        .updateExpression("SET " + RELEASED + " = :released")
                        .expressionAttributeValues(Map.of(":released", s(RELEASED)))
                        .build())
                .build());
        table.transactWriteItems(write -> write.transactItems(writes));
    }

    /** Forgets a hold that was released, once what is owed for it has been begun. */
    public void forget(String holdId) {
        table.deleteItem(delete -> delete.tableName(tableName).key(key(ALL + holdId, holdId)));
    }

    /** Every hold, the earliest review first. */
    public List<Hold> all() {
        return table
                .queryPaginator(query -> query.tableName(tableName)
                        .indexName(BY_REVIEW)
                        .keyConditionExpression("#open = :open")
                        .expressionAttributeNames(Map.of("#open", OPEN))
                        .expressionAttributeValues(Map.of(":open", s(OPEN))))
                .items()
                .stream()
                .map(Holds::read)
                .toList();
    }

    private Map<String, AttributeValue> all(String holdId) {
        return table.getItem(get ->
                        get.tableName(tableName).key(key(ALL + holdId, holdId)).consistentRead(true))
                .item();
    }

    private Set<String> names(Subject subject) {
        var names = new LinkedHashSet<>(subject.personIds());
        subject.identifiers().forEach(identifier -> names.add(hashes.get().of(identifier)));
        return names;
    }

    private TransactWriteItem put(Map<String, AttributeValue> row) {
        return TransactWriteItem.builder()
                .put(Put.builder().tableName(tableName).item(row).build())
                .build();
    }

    private TransactWriteItem delete(String name, String holdId) {
        return TransactWriteItem.builder()
                .delete(Delete.builder()
                        .tableName(tableName)
                        .key(key(name, holdId))
                        .build())
                .build();
    }

    private static Map<String, AttributeValue> key(String name, String holdId) {
        return Map.of(SUBJECT, s(name), HOLD, s(holdId));
    }

    private static Map<String, AttributeValue> row(String name, Hold hold) {
        var row = new HashMap<>(key(name, hold.id()));
        row.put("categories", texts(hold.categories()));
        row.put("reason", s(hold.reason()));
        row.put("authority", s(hold.authority()));
        row.put("placedBy", s(hold.placedBy()));
        row.put("placedAt", s(hold.placedAt()));
        row.put("reviewBy", s(hold.reviewBy().toString()));
        return row;
    }

    private static Hold read(Map<String, AttributeValue> row) {
        return new Hold(
                text(row, HOLD),
                texts(row, "categories"),
                text(row, "reason"),
                text(row, "authority"),
                text(row, "placedBy"),
                instant(row, "placedAt"),
                LocalDate.parse(text(row, "reviewBy")));
    }
}
