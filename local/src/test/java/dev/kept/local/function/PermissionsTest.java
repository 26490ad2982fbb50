package dev.kept.local.function;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kept.local.function.Permissions.Grant;
import dev.kept.local.template.Template;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.kms.model.DecryptRequest;
import software.amazon.awssdk.services.s3.model.DeleteObjectsRequest;
import software.amazon.awssdk.services.s3.model.ObjectIdentifier;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.ses.model.SendEmailRequest;

class PermissionsTest {
    private static final String TEMPLATE = """
            Resources:
              Key:
                Type: AWS::KMS::Key
              Notes:
                Type: AWS::DynamoDB::Table
                Properties:
                  AttributeDefinitions: [{AttributeName: id, AttributeType: S}]
                  KeySchema: [{AttributeName: id, KeyType: HASH}]
              Papers:
                Type: AWS::S3::Bucket
                Properties:
                  BucketName: papers
                  BucketEncryption:
                    ServerSideEncryptionConfiguration:
                      - ServerSideEncryptionByDefault: {SSEAlgorithm: aws:kms, KMSMasterKeyID: !GetAtt Key.Arn}
              WriteFunction:
                Type: AWS::Serverless::Function
                Properties:
                  Handler: x.Y
                  Policies:
                    - Statement:
                        - {Effect: Allow, Action: dynamodb:PutItem, Resource: !GetAtt Notes.Arn}
                        - {Effect: Allow, Action: 's3:*Object', Resource: 'arn:aws:s3:::papers/in/*'}
                        - Effect: Allow
                          Action: kms:Decrypt
                          Resource: !GetAtt Key.Arn
                          Condition: {StringEquals: {'kms:EncryptionContext:class': [account, legal]}}
                        - {Effect: Allow, Action: ses:SendEmail, Resource: 'arn:aws:ses:*:*:identity/example.org'}
            """;

    @TempDir
    private Path folder;

    private Template template = new Template(
            Map.of(), Map.of(), Map.of(), Map.of(), Map.of(), Map.of(), Map.of(), Map.of(), Map.of(), Map.of());

    private Permissions permissions = new Permissions(template);

    @BeforeEach
    void read() throws IOException {
        template = Template.read(Files.writeString(folder.resolve("t.yaml"), TEMPLATE), Map.of());
        permissions = new Permissions(template);
    }

    @Test
    void aTransactionNeedsEachOfItsActions() {
        var request = TransactWriteItemsRequest.builder()
                .transactItems(List.of(
                        TransactWriteItem.builder()
                                .put(put -> put.tableName("kept-Notes"))
                                .build(),
                        TransactWriteItem.builder()
                                .delete(delete -> delete.tableName("kept-Notes"))
                                .build()))
                .build();

        var calls = calls().of("TransactWriteItems", request);

        assertEquals(
                List.of("dynamodb:PutItem", "dynamodb:DeleteItem"),
                calls.stream().map(AwsCall::action).toList());
        assertTrue(allows(calls.get(0)));
        assertFalse(allows(calls.get(1)));
    }

    @Test
    void anIndexIsAResourceOfItsOwn() {
        var request = QueryRequest.builder()
                .tableName("kept-Notes")
                .indexName("ByTopic")
                .build();

        assertEquals(
                "arn:aws:dynamodb:eu-west-3:000000000000:table/kept-Notes/index/ByTopic",
                calls().of("Query", request).get(0).resource());
    }

    @Test
    void puttingIntoABucketWithAKeyNeedsTheKey() {
        var request = PutObjectRequest.builder().bucket("papers").key("in/1").build();

        var calls = calls().of("PutObject", request);

        assertEquals(
                List.of("s3:PutObject", "kms:GenerateDataKey"),
                calls.stream().map(AwsCall::action).toList());
        assertTrue(allows(calls.get(0)));
        assertFalse(allows(calls.get(1)));
    }

    @Test
    void eachDeletedObjectHasToBeAllowed() {
        var request = DeleteObjectsRequest.builder()
                .bucket("papers")
                .delete(delete -> delete.objects(object("in/1"), object("out/1")))
                .build();

        var calls = calls().of("DeleteObjects", request);

        assertTrue(allows(calls.get(0)));
        assertFalse(allows(calls.get(1)));
    }

    @Test
    void aConditionHasToHold() {
        assertTrue(allows(decrypt(Map.of("class", "legal"))));
        assertFalse(allows(decrypt(Map.of("class", "other"))));
        assertFalse(allows(decrypt(Map.of())));
    }

    @Test
    void mailGoesFromTheIdentityThatIsAllowed() {
        assertTrue(allows(mail("Kept <privacy@example.org>")));
        assertFalse(allows(mail("privacy@example.com")));
    }

    @Test
    void whatWasUsedIsNoLongerUnused() {
        var grant = new Grant("WriteFunction", "s3:*Object", "arn:aws:s3:::papers/in/*");
        assertTrue(permissions.unused().contains(grant));

        allows(new AwsCall("s3:GetObject", List.of("arn:aws:s3:::papers/in/1"), Map.of("x", Set.of())));

        assertFalse(permissions.unused().contains(grant));
    }

    @Test
    void whatWasRefusedIsRememberedWithoutTheNameOfAnObject() {
        assertTrue(allows(new AwsCall("s3:GetObject", "arn:aws:s3:::papers/in/1")));
        assertFalse(allows(new AwsCall("s3:GetObject", "arn:aws:s3:::papers/out/1")));

        assertEquals(
                Set.of(new Grant("WriteFunction", "s3:GetObject", "arn:aws:s3:::papers/*")), permissions.refused());
    }

    private static ObjectIdentifier object(String key) {
        return ObjectIdentifier.builder().key(key).build();
    }

    private AwsCalls calls() {
        return new AwsCalls(template);
    }

    private boolean allows(AwsCall call) {
        return permissions.allows("WriteFunction", call);
    }

    private AwsCall decrypt(Map<String, String> context) {
        return calls().of(
                        "Decrypt",
                        DecryptRequest.builder().encryptionContext(context).build())
                .get(0);
    }

    private AwsCall mail(String from) {
        return calls().of("SendEmail", SendEmailRequest.builder().source(from).build())
                .get(0);
    }
}
