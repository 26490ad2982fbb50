package dev.kept.request;

import static dev.kept.items.Items.s;

import dev.kept.http.Json;
import dev.kept.items.Items;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * What a workflow's steps leave for the ones after them: ids, codes and counts, in items of the table Requests. A step
 * that is repeated finds what it left the first time.
 */
public final class Marks {
    private static final String PREFIX = "mark#";

    private final DynamoDbClient table;
    private final String tableName;

    public Marks(DynamoDbClient table, String tableName) {
        this.table = table;
        this.tableName = tableName;
    }

    public void put(String requestId, String name, Map<String, Object> tree) {
        table.putItem(put -> put.tableName(tableName).item(row(requestId, name, tree)));
    }

    static Map<String, AttributeValue> row(String requestId, String name, Map<String, Object> tree) {
        return Map.of("requestId", s(requestId), "item", s(PREFIX + name), "mark", s(Json.text(tree)));
    }

    public Optional<Map<String, Object>> find(String requestId, String name) {
        var row = table.getItem(get -> get.tableName(tableName)
                .key(Map.of("requestId", s(requestId), "item", s(PREFIX + name)))
                .consistentRead(true));
        return row.hasItem() ? Items.find(row.item(), "mark").map(Json::object) : Optional.empty();
    }

    /** Every mark whose name begins so, by the rest of its name. */
    public Map<String, Map<String, Object>> all(String requestId, String beginning) {
        var found = new LinkedHashMap<String, Map<String, Object>>();
        table.queryPaginator(query -> query.tableName(tableName)
                        .keyConditionExpression("requestId = :id AND begins_with(#item, :beginning)")
                        .expressionAttributeNames(Map.of("#item", "item"))
                        .expressionAttributeValues(Map.of(":id", s(requestId), ":beginning", s(PREFIX + beginning)))
                        .consistentRead(true))
                .items()
                .forEach(row -> Items.find(row, "mark")
                        .ifPresent(mark -> found.put(
                                Items.text(row, "item").substring((PREFIX + beginning).length()), Json.object(mark))));
        return found;
    }

    /** Does something once however often its step is repeated; a death in between does it again rather than never. */
    public void once(String requestId, String what, Runnable deed) {
        if (find(requestId, "once#" + what).isEmpty()) {
            deed.run();
            put(requestId, "once#" + what, Map.of());
        }
    }
}
