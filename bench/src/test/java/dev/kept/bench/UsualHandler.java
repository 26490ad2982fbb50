package dev.kept.bench;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kept.clock.Deadlines;
import dev.kept.clock.Receipt;
import dev.kept.clock.RuleSets;
import dev.kept.clock.Terms;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.client.builder.SdkClientBuilder;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedClient;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;
import software.amazon.awssdk.enhanced.dynamodb.model.TransactPutItemEnhancedRequest;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.kms.model.DataKeySpec;
import software.amazon.awssdk.services.kms.model.MacAlgorithmSpec;
import software.amazon.awssdk.services.sfn.SfnClient;

/**
 * Submitting a request as it is usually written: typed events, jackson-databind, Log4j2 with its JSON layout, the
 * enhanced client. It makes the calls that Kept's own function makes, reads the policy, seals what was asked and works
 * out the deadline by the same law, and leaves out the checks.
 */
public final class UsualHandler implements RequestHandler<APIGatewayProxyRequestEvent, APIGatewayProxyResponseEvent> {
    private static final Logger LOG = LogManager.getLogger(UsualHandler.class);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final DynamoDbClient dynamoDb = here(DynamoDbClient.builder()).build();
    private final DynamoDbEnhancedClient enhanced =
            DynamoDbEnhancedClient.builder().dynamoDbClient(dynamoDb).build();
    private final DynamoDbTable<UsualRow> requests =
            enhanced.table(System.getenv("REQUESTS_TABLE"), TableSchema.fromBean(UsualRow.class));
    private final DynamoDbTable<UsualRow> counts =
            enhanced.table(System.getenv("REPETITIONS_TABLE"), TableSchema.fromBean(UsualRow.class));
    private final DynamoDbTable<UsualRow> keys =
            enhanced.table(System.getenv("KEYS_TABLE"), TableSchema.fromBean(UsualRow.class));
    private final KmsClient kms = here(KmsClient.builder()).build();
    private final SfnClient workflows = here(SfnClient.builder()).build();
    private final JsonNode policy = policy();
    private final Deadlines deadlines = new Deadlines(RuleSets.load());

    private static <B extends SdkClientBuilder<B, ?>> B here(B builder) {
        return builder.endpointOverride(URI.create(System.getenv("AWS_ENDPOINT_URL")));
    }

    private static JsonNode policy() {
        try (var file = UsualHandler.class.getResourceAsStream("/policies/" + System.getenv("POLICY") + ".json")) {
            return JSON.readTree(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Override
    public APIGatewayProxyResponseEvent handleRequest(APIGatewayProxyRequestEvent event, Context context) {
        try {
            var asked = JSON.readValue(event.getBody(), UsualRequest.class);
            var id = UUID.randomUUID().toString();
            counts.updateItem(new UsualRow(hash(asked.identifier().value())));
            counts.updateItem(
                    new UsualRow(hash(event.getRequestContext().getIdentity().getSourceIp())));
            return answer(id, asked);
        } catch (JsonProcessingException unreadable) {
            LOG.warn("unreadable body");
            return new APIGatewayProxyResponseEvent().withStatusCode(400);
        }
    }

    private APIGatewayProxyResponseEvent answer(String id, UsualRequest asked) throws JsonProcessingException {
        var key = kms.generateDataKey(
                make -> make.keyId(System.getenv("DATA_KEY_ID")).keySpec(DataKeySpec.AES_256));
        var sealed = seal(key.plaintext().asByteArray(), JSON.writeValueAsString(asked.identifier()));
        enhanced.transactWriteItems(write -> {
            write.addPutItem(
                    keys,
                    TransactPutItemEnhancedRequest.builder(UsualRow.class)
                            .item(new UsualRow(id))
                            .build());
            for (var part : new String[] {"request", "content", "link"}) {
                write.addPutItem(
                        requests,
                        TransactPutItemEnhancedRequest.builder(UsualRow.class)
                                .item(new UsualRow(id + part + sealed))
                                .build());
            }
        });
        workflows.startExecution(start -> start.stateMachineArn(System.getenv("ANSWER_ACCESS_WORKFLOW_ARN"))
                .name(id)
                .input("{}"));
        LOG.info("submitted {}", id);
        return new APIGatewayProxyResponseEvent()
                .withStatusCode(202)
                .withHeaders(Map.of("Content-Type", "application/json"))
                .withBody(JSON.writeValueAsString(
                        new UsualAnswer(id, asked.kind(), answerBy().toString())));
    }

    private LocalDate answerBy() {
        var terms = Terms.of(
                policy.path("regime").asText(), null, policy.path("holidays").asText());
        var receipt = new Receipt(Instant.now(), ZoneId.of(policy.path("zone").asText()));
        return deadlines.forRequest(receipt, terms).strictDate();
    }

    private static String seal(byte[] key, String text) {
        try {
            var nonce = new byte[12];
            new SecureRandom().nextBytes(nonce);
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"), new GCMParameterSpec(128, nonce));
            return Base64.getEncoder().encodeToString(cipher.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private String hash(String text) {
        return kms.generateMac(mac -> mac.keyId(System.getenv("IDENTIFIER_KEY_ID"))
                        .macAlgorithm(MacAlgorithmSpec.HMAC_SHA_256)
                        .message(SdkBytes.fromUtf8String(text)))
                .mac()
                .toString();
    }
}
