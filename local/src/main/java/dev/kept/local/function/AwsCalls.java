package dev.kept.local.function;

import dev.kept.local.states.TaskToken;
import dev.kept.local.template.Bucket;
import dev.kept.local.template.EncryptionKey;
import dev.kept.local.template.StateMachine;
import dev.kept.local.template.Template;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactGetItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.kms.model.KmsRequest;
import software.amazon.awssdk.services.s3.model.DeleteObjectsRequest;
import software.amazon.awssdk.services.s3.model.S3Request;
import software.amazon.awssdk.services.ses.model.SesRequest;
import software.amazon.awssdk.services.sfn.model.SfnRequest;

/** Reads off a request of the SDK which actions on which resources AWS would have to allow for it. */
final class AwsCalls {
    private static final String ARN = "arn:aws:%s:" + Template.REGION + ":" + Template.ACCOUNT + ":%s";
    private static final Map<String, String> S3_ACTIONS = Map.ofEntries(
            Map.entry("HeadObject", "GetObject"),
            Map.entry("GetObjectAttributes", "GetObject"),
            Map.entry("ListObjectsV2", "ListBucket"),
            Map.entry("ListObjects", "ListBucket"),
            Map.entry("HeadBucket", "ListBucket"),
            Map.entry("ListObjectVersions", "ListBucketVersions"),
            Map.entry("CopyObject", "PutObject"),
            Map.entry("CreateMultipartUpload", "PutObject"),
            Map.entry("UploadPart", "PutObject"),
            Map.entry("CompleteMultipartUpload", "PutObject"));

    private final Template template;

    AwsCalls(Template template) {
        this.template = template;
    }

    List<AwsCall> of(String operation, SdkRequest request) {
        if (request instanceof DynamoDbRequest) {
            return dynamoDb(operation, request);
        }
        if (request instanceof S3Request) {
            return s3(operation, request);
        }
        if (request instanceof KmsRequest) {
            return List.of(kms(operation, request));
        }
        if (request instanceof SesRequest) {
            return List.of(ses(operation, request));
        }
        if (request instanceof SfnRequest) {
            return List.of(stepFunctions(operation, request));
        }
        return List.of(new AwsCall(request.getClass().getSimpleName() + ":" + operation, "*"));
    }

    private static List<AwsCall> dynamoDb(String operation, SdkRequest request) {
        if (request instanceof TransactWriteItemsRequest transaction) {
            return transaction.transactItems().stream().map(AwsCalls::written).toList();
        }
        if (request instanceof TransactGetItemsRequest transaction) {
            return transaction.transactItems().stream()
                    .map(item -> table("GetItem", item.get().tableName()))
                    .toList();
        }
        if (request instanceof BatchWriteItemRequest batch) {
            return batch.requestItems().keySet().stream()
                    .map(name -> table(operation, name))
                    .toList();
        }
        if (request instanceof BatchGetItemRequest batch) {
            return batch.requestItems().keySet().stream()
                    .map(name -> table(operation, name))
                    .toList();
        }
        var name = field(request, "TableName");
        var index = field(request, "IndexName");
        return List.of(table(operation, index.isEmpty() ? name : name + "/index/" + index));
    }

    private static AwsCall written(TransactWriteItem item) {
        if (item.put() != null) {
            return table("PutItem", item.put().tableName());
        }
        if (item.update() != null) {
            return table("UpdateItem", item.update().tableName());
        }
        return item.delete() != null
                ? table("DeleteItem", item.delete().tableName())
                : table("ConditionCheckItem", item.conditionCheck().tableName());
    }

    private static AwsCall table(String action, String name) {
        return new AwsCall("dynamodb:" + action, arn("dynamodb", "table/" + name));
    }

    private List<AwsCall> s3(String operation, SdkRequest request) {
        var bucket = field(request, "Bucket");
        if (request instanceof DeleteObjectsRequest deletion) {
            // each object is a deletion of its own
            return deletion.delete().objects().stream()
                    .map(object -> new AwsCall(
                            object.versionId() == null ? "s3:DeleteObject" : "s3:DeleteObjectVersion",
                            "arn:aws:s3:::" + bucket + "/" + object.key()))
                    .toList();
        }
        var key = field(request, "Key");
        var action = S3_ACTIONS.getOrDefault(operation, operation)
                + (!field(request, "VersionId").isEmpty() && !operation.endsWith("Version") ? "Version" : "");
        var calls = new ArrayList<AwsCall>();
        var resource = "arn:aws:s3:::" + bucket + (key.isEmpty() ? "" : "/" + key);
        var prefix = field(request, "Prefix");
        calls.add(new AwsCall(
                "s3:" + action, List.of(resource), prefix.isEmpty() ? Map.of() : Map.of("s3:prefix", Set.of(prefix))));
        // S3 opens and seals objects with the caller's rights on the bucket's key
        var sealing = action.equals("PutObject") ? "kms:GenerateDataKey" : "kms:Decrypt";
        if (action.equals("PutObject") || action.startsWith("GetObject")) {
            keyOf(bucket).forEach(arn -> calls.add(new AwsCall(sealing, arn)));
        }
        return calls;
    }

    private Stream<String> keyOf(String bucket) {
        return template.buckets().values().stream()
                .filter(found -> found.name().equals(bucket))
                .map(Bucket::encryptionKey)
                .flatMap(key -> key.stream().flatMap(this::keyArns));
    }

    private AwsCall kms(String operation, SdkRequest request) {
        var named = field(request, "KeyId");
        // without a name the key is the one that sealed the blob, which only KMS knows
        var keys = named.isEmpty() ? template.keys().values().stream().map(EncryptionKey::arn) : keyArns(named);
        var facts = new HashMap<String, Set<String>>();
        request.getValueForField("EncryptionContext", Map.class)
                .ifPresent(context -> ((Map<?, ?>) context)
                        .forEach(
                                (name, value) -> facts.put("kms:EncryptionContext:" + name, Set.of(value.toString()))));
        return new AwsCall("kms:" + operation, keys.toList(), facts);
    }

    private Stream<String> keyArns(String name) {
        var last = name.substring(name.lastIndexOf(':') + 1);
        return template.keys().values().stream()
                .filter(key -> key.arn().equals(name)
                        || key.keyId().equals(last.replaceFirst("^key/", ""))
                        || key.aliases().contains(last))
                .map(EncryptionKey::arn);
    }

    private static AwsCall ses(String operation, SdkRequest request) {
        var source = field(request, "Source");
        var address = source.replaceFirst(".*<(.*)>.*", "$1");
        var domain = address.substring(address.indexOf('@') + 1);
        return new AwsCall(
                "ses:" + operation,
                List.of(arn("ses", "identity/" + domain), arn("ses", "identity/" + address)),
                Map.of("ses:FromAddress", Set.of(address)));
    }

    private AwsCall stepFunctions(String operation, SdkRequest request) {
        var machine = field(request, "stateMachineArn");
        var execution = field(request, "executionArn");
        if (machine.isEmpty() && execution.isEmpty()) {
            var token = field(request, "taskToken");
            var given = template.stateMachines().values().stream()
                    .map(StateMachine::arn)
                    .filter(arn -> TaskToken.isOf(token, arn))
                    .toList();
            return new AwsCall("states:" + operation, given, Map.of());
        }
        return new AwsCall("states:" + operation, machine.isEmpty() ? execution : machine);
    }

    private static String field(SdkRequest request, String name) {
        return request.sdkFields().stream()
                .filter(field -> field.memberName().equalsIgnoreCase(name))
                .findFirst()
                .map(field -> field.getValueOrDefault(request))
                .map(Object::toString)
                .orElse("");
    }

    private static String arn(String service, String resource) {
        return String.format(ARN, service, resource);
    }
}
