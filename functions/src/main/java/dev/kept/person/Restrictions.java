package dev.kept.person;

import static dev.kept.items.Items.find;
import static dev.kept.items.Items.s;
import static dev.kept.items.Items.text;
import static dev.kept.items.Items.texts;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Notes in the table People of what a person's records may not be used for: that they are kept and used for nothing else
 * (GDPR art. 18), one for each request that restricts them, so that they are free again when none is left; and which
 * categories she has objected to (art. 21), for good.
 */
public final class Restrictions {
    private static final String PERSON = "personId";
    private static final String RECORD = "recordId";
    /** What the ids of restrictions begin with; the id of the request follows. */
    static final String NOTE = "#restricted#";
    /** What the ids of objections begin with; the id of the request follows. */
    private static final String OBJECTION = "#objected#";
    /** S: the request on whose account. */
    private static final String REQUEST = "requestId";
    /** S: the code of why. */
    private static final String REASON = "reason";
    /** S: ISO 8601 instant. */
    private static final String SINCE = "since";
    /** L of S: names of categories. */
    private static final String CATEGORIES = "categories";

    private final DynamoDbClient table;
    private final String tableName;
    private final Clock clock;

    public Restrictions(DynamoDbClient table, String tableName, Clock clock) {
        this.table = table;
        this.tableName = tableName;
        this.clock = clock;
    }

    /** Restricts a person's records on account of that request; twice is once. */
    public void restrict(String personId, String requestId, String reason) {
        var note = new HashMap<>(key(personId, NOTE + requestId));
        note.put(REQUEST, s(requestId));
        note.put(REASON, s(reason));
        note.put(SINCE, s(clock.instant().toString()));
        table.putItem(put -> put.tableName(tableName).item(note));
    }

    /** Ends the restriction on account of that request; twice is once, and others stay. */
    public void lift(String personId, String requestId) {
        table.deleteItem(delete -> delete.tableName(tableName).key(key(personId, NOTE + requestId)));
    }

    /** Why a person's records are restricted; empty where they are not. */
    public List<Restriction> of(String personId) {
        return notes(table, tableName, personId, NOTE).stream()
                .map(note -> new Restriction(
                        text(note, REQUEST),
                        text(note, REASON),
                        find(note, SINCE).map(Instant::parse)))
                .toList();
    }

    /** Notes that a person's records of those categories are used no more, on account of that request; twice is once. */
    public void object(String personId, String requestId, List<String> categories) {
        var note = new HashMap<>(key(personId, OBJECTION + requestId));
        note.put(REQUEST, s(requestId));
        note.put(CATEGORIES, texts(categories));
        note.put(SINCE, s(clock.instant().toString()));
        table.putItem(put -> put.tableName(tableName).item(note));
    }

    /** Takes back what was noted on account of that request; twice is once, and others stay. */
    public void withdrawObjection(String personId, String requestId) {
        table.deleteItem(delete -> delete.tableName(tableName).key(key(personId, OBJECTION + requestId)));
    }

    static boolean isRestricted(DynamoDbClient table, String tableName, String personId) {
        return !notes(table, tableName, personId, NOTE).isEmpty();
    }

    static Set<String> objected(DynamoDbClient table, String tableName, String personId) {
        return notes(table, tableName, personId, OBJECTION).stream()
                .flatMap(note -> texts(note, CATEGORIES).stream())
                .collect(Collectors.toSet());
    }

    private static List<Map<String, AttributeValue>> notes(
            DynamoDbClient table, String tableName, String personId, String beginning) {
        return table
                .queryPaginator(query -> query.tableName(tableName)
                        .keyConditionExpression(PERSON + " = :person AND begins_with(" + RECORD + ", :beginning)")
                        .expressionAttributeValues(Map.of(":person", s(personId), ":beginning", s(beginning)))
                        .consistentRead(true))
                .items()
                .stream()
                .toList();
    }

    private static Map<String, AttributeValue> key(String personId, String note) {
        return Map.of(PERSON, s(personId), RECORD, s(note));
    }
}
