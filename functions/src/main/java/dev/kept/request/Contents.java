package dev.kept.request;

import static dev.kept.items.Items.b;
import static dev.kept.items.Items.bytes;
import static dev.kept.items.Items.s;

import dev.kept.items.Deletions;
import dev.kept.person.DataKey;
import dev.kept.person.Keys;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** The sealed part of the table Requests: what people type, each text under the key of its request. */
public final class Contents {
    /** The class of key that seals what belongs to a request. */
    public static final String KEY_CLASS = "request";

    /** The name under which stands what the person typed when the request was made. */
    static final String TYPED = "content";

    /** B: what is sealed under the key of the request. */
    public static final String SEALED = "sealed";

    private final DynamoDbClient table;
    private final String tableName;
    private final Keys keys;

    public Contents(DynamoDbClient table, String tableName, Keys keys) {
        this.table = table;
        this.tableName = tableName;
        this.keys = keys;
    }

    /**
     * The content of a new request, and the key that seals it.
     *
     * @param row the content, sealed
     * @param key puts the key into its table
     */
    record First(Map<String, AttributeValue> row, TransactWriteItem key) {}

    First first(String requestId, RequestContent content) {
        var made = keys.first(requestId, KEY_CLASS);
        return new First(row(requestId, TYPED, made.key(), content.written()), made.stored());
    }

    /**
     * What the person typed when the request was made.
     *
     * @throws RequestClosed when that has been erased: there is nothing more to be done then
     */
    public RequestContent get(String requestId) {
        return read(requestId).orElseThrow(() -> new RequestClosed(requestId));
    }

    /** What the person typed when the request was made; empty once that has been erased. */
    public Optional<RequestContent> read(String requestId) {
        return find(requestId, TYPED).map(RequestContent::read);
    }

    /** Keeps another text of the request, such as the answer to a question, under that name. */
    public void put(String requestId, String name, String text) {
        var row = row(requestId, name, key(requestId), text);
        table.putItem(put -> put.tableName(tableName).item(row));
    }

    public Optional<String> find(String requestId, String name) {
        var found = table.getItem(get -> get.tableName(tableName)
                .key(Map.of("requestId", s(requestId), "item", s(name)))
                .consistentRead(true));
        return found.hasItem()
                ? Optional.of(key(requestId).openText(bytes(found.item(), SEALED), place(requestId, name)))
                : Optional.empty();
    }

    /**
     * Erases everything that was typed into a request and whatever else is sealed with it, and then its key, which makes
     * every copy unreadable. The request itself stays, with its steps and its dates. Twice is once.
     */
    public void forget(String requestId) {
        var sealed = table
                .queryPaginator(query -> query.tableName(tableName)
                        .keyConditionExpression("requestId = :id")
                        .expressionAttributeValues(Map.of(":id", s(requestId)))
                        .consistentRead(true))
                .items()
                .stream()
                .filter(row -> row.containsKey(SEALED))
                .map(row -> Map.of("requestId", row.get("requestId"), "item", row.get("item")))
                .toList();
        new Deletions(table, tableName).delete(sealed);
        keys.shred(requestId, KEY_CLASS);
    }

    /** The key that seals everything of a request. */
    public DataKey key(String requestId) {
        return keys.get(requestId, KEY_CLASS);
    }

    private static Map<String, AttributeValue> row(String requestId, String name, DataKey key, String text) {
        var row = new HashMap<String, AttributeValue>();
        row.put("requestId", s(requestId));
        row.put("item", s(name));
        row.put(SEALED, b(key.seal(text, place(requestId, name))));
        return row;
    }

    private static String place(String requestId, String name) {
        return "requests/" + requestId + "/" + name;
    }
}
