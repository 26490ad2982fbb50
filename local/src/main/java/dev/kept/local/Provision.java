package dev.kept.local;

import dev.kept.local.aws.KeyService;
import dev.kept.local.aws.ObjectStore;
import dev.kept.local.template.Bucket;
import dev.kept.local.template.EncryptionKey;
import dev.kept.local.template.Table;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.kms.model.KeySpec;
import software.amazon.awssdk.services.kms.model.KeyUsageType;

/** Makes what the template declares: tables, buckets, keys. */
final class Provision {
    private Provision() {}

    static void table(DynamoDbClient client, Table table) {
        var request = CreateTableRequest.builder()
                .tableName(table.name())
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .keySchema(schema(table.keys()))
                .attributeDefinitions(definitions(table.types()));
        if (!table.indexes().isEmpty()) {
            request.globalSecondaryIndexes(
                    table.indexes().stream().map(Provision::index).toList());
        }
        client.createTable(request.build());
    }

    static void buckets(ObjectStore store, Map<String, Bucket> buckets) {
        buckets.values().forEach(bucket -> store.createBucket(bucket.name(), bucket.versioned()));
    }

    static void key(KeyService service, EncryptionKey key) {
        var alias = key.aliases().stream().findFirst().orElse("alias/" + key.id());
        service.create(key.keyId(), alias, KeySpec.fromValue(key.spec()), KeyUsageType.fromValue(key.usage()));
    }

    private static GlobalSecondaryIndex index(Table.Index index) {
        return GlobalSecondaryIndex.builder()
                .indexName(index.name())
                .keySchema(schema(index.keys()))
                .projection(projection -> {
                    projection.projectionType(index.projection());
                    if (!index.included().isEmpty()) {
                        projection.nonKeyAttributes(index.included());
                    }
                })
                .build();
    }

    private static List<KeySchemaElement> schema(List<String> keys) {
        return keys.stream()
                .map(name -> KeySchemaElement.builder()
                        .attributeName(name)
                        .keyType(name.equals(keys.get(0)) ? KeyType.HASH : KeyType.RANGE)
                        .build())
                .toList();
    }

    private static List<AttributeDefinition> definitions(Map<String, String> types) {
        return types.entrySet().stream()
                .map(type -> AttributeDefinition.builder()
                        .attributeName(type.getKey())
                        .attributeType(type.getValue())
                        .build())
                .toList();
    }
}
