package dev.kept.person;

import static dev.kept.items.Items.s;

import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Notes in the table People that a person's records are kept and used for nothing else (GDPR art. 18), one for each request
 * that restricts them: they are free again when none is left.
 */
public final class Restrictions {
    private static final String PERSON = "personId";
    private static final String RECORD = "recordId";
    /** What the ids of these notes begin with; the id of the request follows. */
    private static final String NOTE = "#restricted#";
    /** S: the request on whose account. */
    private static final String REQUEST = "requestId";
    /** S: the code of why. */
    private static final String REASON = "reason";

    private final DynamoDbClient table;
    private final String tableName;

    public Restrictions(DynamoDbClient table, String tableName) {
        this.table = table;
        this.tableName = tableName;
    }

    /** Restricts a person's records on account of that request; twice is once. */
    public void restrict(String personId, String requestId, String reason) {
        var note = new HashMap<>(key(personId, requestId));
        note.put(REQUEST, s(requestId));
        note.put(REASON, s(reason));
        table.putItem(put -> put.tableName(tableName).item(note));
    }

    /** Ends the restriction on account of that request; twice is once, and others stay. */
    public void lift(String personId, String requestId) {
        table.deleteItem(delete -> delete.tableName(tableName).key(key(personId, requestId)));
    }

    private static Map<String, AttributeValue> key(String personId, String requestId) {
        return Map.of(PERSON, s(personId), RECORD, s(NOTE + requestId));
    }
}
