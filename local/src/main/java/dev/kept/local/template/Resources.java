package dev.kept.local.template;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Sorts the resources by kind while they are read. */
final class Resources {
    private final Names names;
    private final Map<String, LambdaFunction> functions = new LinkedHashMap<>();
    private final Map<String, Table> tables = new LinkedHashMap<>();
    private final Map<String, Bucket> buckets = new LinkedHashMap<>();
    private final Map<String, EncryptionKey> keys = new LinkedHashMap<>();
    private final Map<String, List<String>> aliases = new LinkedHashMap<>();
    private final Map<String, Queue> queues = new LinkedHashMap<>();
    private final Map<String, StateMachine> stateMachines = new LinkedHashMap<>();
    private final Map<String, Api> apis = new LinkedHashMap<>();
    private final Map<String, List<Statement>> roles = new LinkedHashMap<>();
    private final Map<String, String> silent = new LinkedHashMap<>();

    Resources(Names names) {
        this.names = names;
    }

    void read(String type, String id, Part part, FunctionReader functionReader) {
        switch (type) {
            case "AWS::Serverless::Function" -> functions.put(id, functionReader.read(id, part));
            case "AWS::DynamoDB::Table" -> tables.put(id, new TableReader(names).read(id, part));
            case "AWS::S3::Bucket" -> buckets.put(id, new BucketReader(names).read(id, part));
            case "AWS::KMS::Key" -> keys.put(id, key(id, part));
            case "AWS::KMS::Alias" -> alias(part);
            case "AWS::SQS::Queue" -> queues.put(id, queue(id));
            case "AWS::Serverless::StateMachine" -> stateMachines.put(id, new StateMachineReader(names).read(id, part));
            case "AWS::Serverless::Api" -> apis.put(id, new ApiReader().read(id, part));
            case "AWS::IAM::Role" -> roles.put(names.attribute(id, "Arn").orElse(""), Statements.ofRole(part));
            default -> silent.put(id, type);
        }
    }

    private EncryptionKey key(String id, Part part) {
        part.without("Description", "KeyPolicy", "EnableKeyRotation", "PendingWindowInDays", "Tags", "Enabled");
        part.without("MultiRegion", "RotationPeriodInDays");
        var key = new EncryptionKey(
                id,
                names.attribute(id, "KeyId").orElse(""),
                names.attribute(id, "Arn").orElse(""),
                part.find("KeySpec").orElse("SYMMETRIC_DEFAULT"),
                part.find("KeyUsage").orElse("ENCRYPT_DECRYPT"),
                List.of());
        part.end();
        return key;
    }

    private void alias(Part part) {
        aliases.computeIfAbsent(part.text("TargetKeyId"), key -> new ArrayList<>())
                .add(part.text("AliasName"));
        part.end();
    }

    private Queue queue(String id) {
        return new Queue(
                id,
                names.attribute(id, "QueueName").orElse(""),
                names.attribute(id, "Arn").orElse(""),
                names.reference(id).orElse(""));
    }

    Template template(Map<String, String> parameters, Map<String, String> outputs) {
        keys.replaceAll((id, key) -> {
            var its = new ArrayList<>(aliases.getOrDefault(key.keyId(), List.of()));
            its.addAll(aliases.getOrDefault(key.arn(), List.of()));
            return new EncryptionKey(id, key.keyId(), key.arn(), key.spec(), key.usage(), its);
        });
        stateMachines.replaceAll((id, machine) ->
                machine.allowed(roles.getOrDefault(machine.role().orElse(""), List.of())));
        return new Template(parameters, functions, tables, buckets, keys, queues, stateMachines, apis, silent, outputs);
    }
}
