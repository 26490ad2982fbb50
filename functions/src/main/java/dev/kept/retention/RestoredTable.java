package dev.kept.retention;

import dev.kept.items.Writes;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;
import software.amazon.awssdk.services.dynamodb.model.TableStatus;

/** A table that was restored beside the live one, under its name and {@value #SUFFIX}. It is gone through in parts. */
final class RestoredTable {
    /** Fixed, so that the rights of the function can name each copy. */
    static final String SUFFIX = "-restored";
    /** Each of them fits into one call of the function; which one comes next says nothing of what stands there. */
    static final int PARTS = 64;

    private final DynamoDbClient client;
    private final String live;
    private final List<String> key;

    RestoredTable(DynamoDbClient client, String live, List<String> key) {
        this.client = client;
        this.live = live;
        this.key = key;
    }

    String name() {
        return live + SUFFIX;
    }

    /**
     * A copy that is there.
     *
     * @param id another one for every table that was ever restored
     * @param ready whether it can be read yet
     * @param restoredTo the moment to which AWS says that it was restored
     */
    record Found(String id, boolean ready, Optional<Instant> restoredTo) {}

    Optional<Found> find() {
        try {
            return Optional.of(found(
                    client.describeTable(describe -> describe.tableName(name())).table()));
        } catch (ResourceNotFoundException absent) {
            return Optional.empty();
        }
    }

    private static Found found(TableDescription table) {
        var restored = Optional.ofNullable(table.restoreSummary());
        return new Found(
                table.tableId() + "/" + table.creationDateTime(),
                table.tableStatus() == TableStatus.ACTIVE,
                restored.map(summary -> summary.restoreDateTime()));
    }

    /** Hands over the rows of a part of the copy, page by page. */
    void pages(int part, Consumer<List<Map<String, AttributeValue>>> consumer) {
        client.scanPaginator(scan -> scan.tableName(name())
                        .segment(part)
                        .totalSegments(PARTS)
                        .consistentRead(true))
                .forEach(page -> consumer.accept(page.items()));
    }

    /** Hands over the rows of the copy that have this value in the first part of its key. */
    List<Map<String, AttributeValue>> rows(String value) {
        return client
                .queryPaginator(query -> query.tableName(name())
                        .keyConditionExpression("#key = :value")
                        .expressionAttributeNames(Map.of("#key", key.get(0)))
                        .expressionAttributeValues(Map.of(":value", AttributeValue.fromS(value)))
                        .consistentRead(true))
                .items()
                .stream()
                .toList();
    }

    /** Takes rows out of the copy, and puts others in place of what stands there under their key. */
    void change(List<Map<String, AttributeValue>> gone, List<Map<String, AttributeValue>> left) {
        new Writes(client, name()).write(gone.stream().map(this::keyOf).toList(), left);
    }

    /**
     * Puts a row into the live table, unless it has one under that key.
     *
     * @return the one that it has
     */
    Optional<Map<String, AttributeValue>> putBack(Map<String, AttributeValue> row) {
        try {
            client.putItem(put -> put.tableName(live)
                    .item(row)
                    .conditionExpression("attribute_not_exists(#key)")
                    .expressionAttributeNames(Map.of("#key", key.get(0)))
                    .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD));
            return Optional.empty();
        } catch (ConditionalCheckFailedException there) {
            return Optional.of(there.item());
        }
    }

    private Map<String, AttributeValue> keyOf(Map<String, AttributeValue> row) {
        var its = new HashMap<>(row);
        its.keySet().retainAll(key);
        return its;
    }
}
