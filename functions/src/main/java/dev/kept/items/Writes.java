package dev.kept.items;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.DeleteRequest;
import software.amazon.awssdk.services.dynamodb.model.PutRequest;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/** Writes to one table, many at once. What AWS leaves undone is asked for again, and then is an error. */
public final class Writes {
    /** As many as DynamoDB takes in one call. */
    private static final int AT_ONCE = 25;
    /** How often what was left undone is asked for again, waiting twice as long each time: some three seconds in all. */
    private static final int TRIES = 7;

    private static final int FIRST_WAIT_MILLISECONDS = 25;

    private final DynamoDbClient client;
    private final String tableName;

    public Writes(DynamoDbClient client, String tableName) {
        this.client = client;
        this.tableName = tableName;
    }

    /**
     * Deletes the items with those keys, where they are there, and puts those items in place of what stands under theirs.
     *
     * @throws Deletions.Unprocessed when some of it is still to be done
     */
    public void write(List<Map<String, AttributeValue>> deleted, List<Map<String, AttributeValue>> put) {
        var all = Stream.concat(
                        deleted.stream()
                                .map(key -> WriteRequest.builder()
                                        .deleteRequest(
                                                DeleteRequest.builder().key(key).build())),
                        put.stream()
                                .map(item -> WriteRequest.builder()
                                        .putRequest(
                                                PutRequest.builder().item(item).build())))
                .map(WriteRequest.Builder::build)
                .toList();
        for (var from = 0; from < all.size(); from += AT_ONCE) {
            write(all.subList(from, Math.min(all.size(), from + AT_ONCE)));
        }
    }

    private void write(List<WriteRequest> requests) {
        var left = requests;
        for (var tries = 0; !left.isEmpty(); tries++) {
            if (tries == TRIES) {
                throw new Deletions.Unprocessed(tableName, left.size());
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
            throw new Deletions.Unprocessed(tableName, 0);
        }
    }
}
