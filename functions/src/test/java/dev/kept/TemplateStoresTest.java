package dev.kept;

import static dev.kept.TemplateTest.check;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kept.http.Json;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What the template keeps data in: encrypted with the stack's key, out of the public's reach, and not lost by accident. */
class TemplateStoresTest {
    /** The stack's own key, as a resource names it. */
    static final String KEY = "!GetAtt DataKey.Arn";

    /** Where a deleted row has to be gone from every backup, or is worth nothing after a day. */
    private static final Set<String> WITHOUT_RECOVERY = Set.of("KeysTable", "RepetitionsTable");
    /** Some of whose rows, or all, are worth nothing after a moment that stands in them. */
    private static final Map<String, String> EXPIRING = Map.of(
            "RepetitionsTable",
            "expires",
            "ErasuresTable",
            "expires",
            "StatisticsTable",
            "expires",
            "SuppressionsTable",
            "expires");
    /** An erased object must not live on as an old version; evidence and a company's documents must not be overwritten. */
    private static final Set<String> WITHOUT_VERSIONS = Set.of("AnswersBucket");

    private static final Set<String> NAMES =
            Set.of("TableName", "BucketName", "QueueName", "TopicName", "RoleName", "FunctionName", "AlarmName");

    private final TemplateText template;

    TemplateStoresTest() throws IOException {
        template = new TemplateText();
    }

    @Test
    void everyTableIsOnDemandEncryptedRecoverableAndKept() {
        var faults = new ArrayList<String>();
        var tables = template.properties("AWS::DynamoDB::Table");
        tables.forEach((name, table) -> {
            check(faults, name, "BillingMode", "PAY_PER_REQUEST".equals(table.get("BillingMode")));
            check(
                    faults,
                    name,
                    "SSESpecification",
                    Map.of("SSEEnabled", "true", "SSEType", "KMS", "KMSMasterKeyId", KEY)
                            .equals(table.get("SSESpecification")));
            check(faults, name, "DeletionProtectionEnabled", "true".equals(table.get("DeletionProtectionEnabled")));
            check(
                    faults,
                    name,
                    "PointInTimeRecoverySpecification",
                    Map.of("PointInTimeRecoveryEnabled", String.valueOf(!WITHOUT_RECOVERY.contains(name)))
                            .equals(table.get("PointInTimeRecoverySpecification")));
            var expiry = EXPIRING.containsKey(name)
                    ? Map.of("AttributeName", EXPIRING.get(name), "Enabled", "true")
                    : Map.of();
            check(faults, name, "TTL", expiry.equals(Json.child(table, "TimeToLiveSpecification")));
        });

        assertEquals(List.of(), faults);
        assertTrue(tables.keySet().containsAll(WITHOUT_RECOVERY), "no table is excepted that is not there");
    }

    @Test
    void everyBucketIsEncryptedPrivateKeptAndCalledOverTlsOnly() {
        var faults = new ArrayList<String>();
        var buckets = template.properties("AWS::S3::Bucket");
        buckets.forEach((name, bucket) -> {
            check(faults, name, "BucketEncryption", isEncrypted(bucket));
            check(
                    faults,
                    name,
                    "PublicAccessBlockConfiguration",
                    Map.of(
                                    "BlockPublicAcls", "true",
                                    "BlockPublicPolicy", "true",
                                    "IgnorePublicAcls", "true",
                                    "RestrictPublicBuckets", "true")
                            .equals(bucket.get("PublicAccessBlockConfiguration")));
            check(
                    faults,
                    name,
                    "OwnershipControls",
                    Json.child(bucket, "OwnershipControls").toString().contains("BucketOwnerEnforced"));
            check(
                    faults,
                    name,
                    "VersioningConfiguration",
                    (WITHOUT_VERSIONS.contains(name) ? Map.of() : Map.of("Status", "Enabled"))
                            .equals(Json.child(bucket, "VersioningConfiguration")));
            check(faults, name, "OnlyOverTls", isOnlyOverTls(name));
        });

        assertEquals(List.of(), faults);
        assertTrue(buckets.keySet().containsAll(WITHOUT_VERSIONS), "no bucket is excepted that is not there");
    }

    @Test
    void answersExpireAndNothingElseDoes() {
        template.properties("AWS::S3::Bucket").forEach((name, bucket) -> {
            var rules = Json.list(Json.child(bucket, "LifecycleConfiguration"), "Rules");
            if (name.equals("AnswersBucket")) {
                var days = new TreeMap<String, String>();
                for (var one : rules) {
                    var rule = TemplateText.object(one);
                    assertEquals("Enabled", rule.get("Status"));
                    if (rule.containsKey("AbortIncompleteMultipartUpload")) {
                        assertEquals(Map.of("DaysAfterInitiation", "1"), rule.get("AbortIncompleteMultipartUpload"));
                        assertFalse(rule.containsKey("Prefix"), "of uploads all");
                    } else {
                        days.put(Json.string(rule, "Prefix"), Json.string(rule, "ExpirationInDays"));
                    }
                }
                var answers = "!Ref AnswerRetentionDays";
                assertEquals(Map.of("answers/", answers, "parts/", answers, "evidence/", "240"), days);
                assertEquals(days.size() + 1, rules.size());
            } else {
                assertEquals(List.of(), rules, name);
            }
        });
    }

    @Test
    void queuesAndTopicsAreEncrypted() {
        for (var type : List.of("AWS::SQS::Queue", "AWS::SNS::Topic")) {
            var found = template.properties(type);
            assertTrue(!found.isEmpty(), type);
            found.forEach((name, its) -> assertEquals("!Ref DataKey", its.get("KmsMasterKeyId"), name));
        }
    }

    @Test
    void whatHoldsDataOrOpensItOutlivesTheStack() {
        var faults = new ArrayList<String>();
        for (var type : List.of("AWS::DynamoDB::Table", "AWS::S3::Bucket", "AWS::KMS::Key")) {
            template.resources(type).forEach((name, resource) -> {
                check(faults, name, "DeletionPolicy", "Retain".equals(resource.get("DeletionPolicy")));
                check(faults, name, "UpdateReplacePolicy", "Retain".equals(resource.get("UpdateReplacePolicy")));
            });
        }

        assertEquals(List.of(), faults);
    }

    @Test
    void theKeyThatEncryptsIsRotated() {
        // KMS rotates symmetric keys only
        template.properties("AWS::KMS::Key")
                .forEach((name, key) -> assertEquals(
                        key.containsKey("KeySpec") ? "" : "true", Json.string(key, "EnableKeyRotation"), name));
    }

    @Test
    void nothingHasAFixedName() {
        var faults = new ArrayList<String>();
        template.resources().forEach((name, resource) -> {
            var its = Json.child(TemplateText.object(resource), "Properties");
            NAMES.forEach(fixed -> check(faults, name, fixed, !its.containsKey(fixed)));
            for (var named : List.of("Name", "AliasName")) {
                var value = Json.string(its, named);
                check(faults, name, named, value.isEmpty() || value.contains("${AWS::StackName}"));
            }
        });

        assertEquals(List.of(), faults);
    }

    /** A folder that no rule names would keep what is put there for ever. */
    @Test
    void everyFolderOfAnswersExpires() {
        var expiring = Json.list(
                        Json.child(
                                template.properties("AWS::S3::Bucket").getOrDefault("AnswersBucket", Map.of()),
                                "LifecycleConfiguration"),
                        "Rules")
                .stream()
                .map(rule -> Json.string(TemplateText.object(rule), "Prefix"))
                .filter(prefix -> !prefix.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
        var written = new TreeSet<String>();
        for (var function : template.functions()) {
            for (var found : Pattern.compile("AnswersBucket\\.Arn}/([a-z]+/)\\*")
                    .matcher(function.properties().toString())
                    .results()
                    .toList()) {
                written.add(found.group(1));
            }
        }

        assertEquals(written, expiring);
    }

    private static boolean isEncrypted(Map<String, Object> bucket) {
        var rules = Json.list(Json.child(bucket, "BucketEncryption"), "ServerSideEncryptionConfiguration");
        return rules.size() == 1
                && Map.of("SSEAlgorithm", "aws:kms", "KMSMasterKeyID", KEY)
                        .equals(TemplateText.object(rules.get(0)).get("ServerSideEncryptionByDefault"));
    }

    private boolean isOnlyOverTls(String bucket) {
        return template.properties("AWS::S3::BucketPolicy").values().stream()
                .filter(policy -> ("!Ref " + bucket).equals(policy.get("Bucket")))
                .flatMap(policy -> Json.list(Json.child(policy, "PolicyDocument"), "Statement").stream())
                .map(TemplateText::object)
                .anyMatch(statement -> "Deny".equals(statement.get("Effect"))
                        && "*".equals(statement.get("Principal"))
                        && "s3:*".equals(statement.get("Action"))
                        && List.of("!GetAtt " + bucket + ".Arn", "!Sub ${" + bucket + ".Arn}/*")
                                .equals(statement.get("Resource"))
                        && Map.of("Bool", Map.of("aws:SecureTransport", "false"))
                                .equals(statement.get("Condition")));
    }
}
