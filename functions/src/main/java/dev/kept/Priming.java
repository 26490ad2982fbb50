package dev.kept;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Map;
import org.apache.logging.log4j.LogManager;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpResponse;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.kms.model.DataKeySpec;
import software.amazon.awssdk.services.kms.model.MacAlgorithmSpec;

/**
 * Goes through what every call goes through, before Lambda takes its snapshot, so that the first caller after a restore
 * does not wait for it. Its calls are made with no credentials of ours and go nowhere: a snapshot is copied to many
 * machines, and must hold no key, token, nonce or connection.
 */
final class Priming {
    private static final String NOTHING = "priming";

    private final Region region;
    private int calls;

    Priming(String region) {
        this.region = Region.of(region);
    }

    /** Returns how many calls were answered. */
    int run() {
        LogManager.getLogger(Priming.class).debug("primed");
        try (var answers = new Answers();
                var tables = DynamoDbClient.builder()
                        .httpClient(answers)
                        .region(region)
                        .endpointDiscoveryEnabled(false)
                        .credentialsProvider(nobody())
                        .build();
                var keys = KmsClient.builder()
                        .httpClient(answers)
                        .region(region)
                        .credentialsProvider(nobody())
                        .build()) {
            var item = Map.of(NOTHING, AttributeValue.fromS(NOTHING));
            tables.getItem(get -> get.tableName(NOTHING).key(item));
            tables.putItem(put -> put.tableName(NOTHING).item(item));
            tables.updateItem(update -> update.tableName(NOTHING).key(item));
            tables.query(query -> query.tableName(NOTHING).keyConditionExpression(NOTHING));
            tables.transactWriteItems(write -> write.transactItems(List.of(TransactWriteItem.builder()
                    .put(Put.builder().tableName(NOTHING).item(item).build())
                    .build())));
            keys.generateDataKey(make -> make.keyId(NOTHING).keySpec(DataKeySpec.AES_256));
            keys.decrypt(open -> open.ciphertextBlob(SdkBytes.fromUtf8String(NOTHING)));
            keys.generateMac(mac -> mac.keyId(NOTHING)
                    .macAlgorithm(MacAlgorithmSpec.HMAC_SHA_256)
                    .message(SdkBytes.fromUtf8String(NOTHING)));
        }
        return calls;
    }

    private static StaticCredentialsProvider nobody() {
        return StaticCredentialsProvider.create(AwsBasicCredentials.create(NOTHING, NOTHING));
    }

    /** Answers every call with an empty object, without leaving the process. */
    private final class Answers implements SdkHttpClient {
        @Override
        public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
            return new ExecutableHttpRequest() {
                @Override
                public HttpExecuteResponse call() {
                    calls++;
                    return HttpExecuteResponse.builder()
                            .response(SdkHttpResponse.builder().statusCode(200).build())
                            .responseBody(AbortableInputStream.create(new ByteArrayInputStream(new byte[] {'{', '}'})))
                            .build();
                }

                @Override
                public void abort() {
                    // answered at once
                }
            };
        }

        @Override
        public void close() {
            // nothing is open
        }
    }
}
