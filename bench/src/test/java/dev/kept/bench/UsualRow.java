package dev.kept.bench;

import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbBean;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbPartitionKey;

/** A row as the enhanced client wants it. */
@DynamoDbBean
public final class UsualRow {
    private @Nullable String id;

    public UsualRow() {}

    public UsualRow(String id) {
        this.id = id;
    }

    @DynamoDbPartitionKey
    public @Nullable String getId() {
        return id;
    }

    public void setId(String id) {
        this.id = id;
    }
}
