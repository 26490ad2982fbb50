package dev.kept.items;

import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.DeleteRequest;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/** Deletes items of one table, many at once. What AWS leaves undone is asked for again, and then is an error. */
public final class Deletions {
    /** As many as DynamoDB takes in one call. */
    private static final int AT_ONCE = 25;
    /** How often what was left undone is asked for again, waiting twice as long each time: some three seconds in all. */
    private static final int TRIES = 7;

    private static final int FIRST_WAIT_MILLISECONDS = 25;

    private final DynamoDbClient client;
    private final String tableName;

    public Deletions(DynamoDbClient client, String tableName) {
        this.client = client;
        this.tableName = tableName;
    }

    /**
     * Deletes the items with those keys; one that is not there is deleted.
     *
     * @throws Unprocessed when some of them still stand
     */
    public void delete(List<Map<String, AttributeValue>> keys) {
        for (var from = 0; from < keys.size(); from += AT_ONCE) {
            var some = keys.subList(from, Math.min(keys.size(), from + AT_ONCE)).stream()
                    .map(key -> WriteRequest.builder()
                            .deleteRequest(DeleteRequest.builder().key(key).build())
                            .build())
                    .toList();
            write(some);
        }
    }

    private void write(List<WriteRequest> requests) {
        var left = requests;
        for (var tries = 0; !left.isEmpty(); tries++) {
            if (tries == TRIES) {
                throw new Unprocessed(tableName, left.size());
            }
            if (tries > 0) {
                rest(FIRST_WAIT_MILLISECONDS << tries);
            }
            var asked = left;
            left = client.batchWriteItem(batch -> batch.requestItems(Map.of(tableName, asked)))
                    .unprocessedItems()
                    .getOrDefault(tableName, List.of());
        }
    }

    private void rest(int milliseconds) {
        try {
            Thread.sleep(milliseconds);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new Unprocessed(tableName, 0);
        }
    }

    /** Items that DynamoDB would not delete however often it was asked: the work is not done. */
    public static final class Unprocessed extends RuntimeException {
        private static final long serialVersionUID = 1;

        Unprocessed(String tableName, int items) {
            super(items + " items of " + tableName + " were left undeleted");
        }
    }
}
