package dev.kept.items;

import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Deletes items of one table, many at once. What AWS leaves undone is asked for again, and then is an error. */
public final class Deletions {
    private final Writes writes;

    public Deletions(DynamoDbClient client, String tableName) {
        writes = new Writes(client, tableName);
    }

    /**
     * Deletes the items with those keys; one that is not there is deleted.
     *
     * @throws Unprocessed when some of them still stand
     */
    public void delete(List<Map<String, AttributeValue>> keys) {
        writes.write(keys, List.of());
    }

    /** Items that DynamoDB would not delete or write however often it was asked: the work is not done. */
    public static final class Unprocessed extends RuntimeException {
        private static final long serialVersionUID = 1;

        public Unprocessed(String tableName, int items) {
            super(items + " items of " + tableName + " were left undone");
        }
    }
}
