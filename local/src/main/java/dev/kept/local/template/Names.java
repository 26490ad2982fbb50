package dev.kept.local.template;

import static dev.kept.local.template.Pseudo.ACCOUNT;
import static dev.kept.local.template.Pseudo.REGION;
import static dev.kept.local.template.Pseudo.STACK;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What {@code Ref} and {@code Fn::GetAtt} of each resource give on one machine. */
final class Names {
    private final Map<String, String> references = new LinkedHashMap<>();
    private final Map<String, Map<String, String>> attributes = new LinkedHashMap<>();
    private final Map<String, String> owners = new LinkedHashMap<>();

    /** What {@code Ref} of it gives. */
    Optional<String> reference(String id) {
        return Optional.ofNullable(references.get(id));
    }

    /** What {@code Fn::GetAtt} of it gives. */
    Optional<String> attribute(String id, String name) {
        return Optional.ofNullable(attributes.getOrDefault(id, Map.of()).get(name));
    }

    /** The resource as written in the template that a name belongs to, such as a function for its alias. */
    String owner(String id) {
        return owners.getOrDefault(id, id);
    }

    void addFunction(String id, Optional<String> alias) {
        var name = STACK + "-" + id;
        var arn = arn("lambda", "function:" + name);
        add(id, name, Map.of("Arn", arn));
        alias.ifPresent(published -> {
            add(id + "Alias" + published, arn + ":" + published, Map.of());
            add(id + ".Alias", arn + ":" + published, Map.of());
            add(id + ".Version", arn + ":1", Map.of());
            owners.put(id + "Alias" + published, id);
            owners.put(id + ".Alias", id);
            owners.put(id + ".Version", id);
        });
        add(id + "Role", name + "-role", Map.of("Arn", "arn:aws:iam::" + ACCOUNT + ":role/" + name + "-role"));
        owners.put(id + "Role", id);
    }

    void addTable(String id, Optional<String> given) {
        var name = given.orElse(STACK + "-" + id);
        add(id, name, Map.of("Arn", arn("dynamodb", "table/" + name)));
    }

    void addBucket(String id, Optional<String> given) {
        var name = given.orElse(STACK + "-" + id.toLowerCase(Locale.ROOT) + "-" + ACCOUNT);
        add(
                id,
                name,
                Map.of(
                        "Arn", "arn:aws:s3:::" + name,
                        "DomainName", name + ".s3.amazonaws.com",
                        "RegionalDomainName", name + ".s3." + REGION + ".amazonaws.com"));
    }

    void addKey(String id) {
        var keyId = UUID.nameUUIDFromBytes(id.getBytes(StandardCharsets.UTF_8)).toString();
        add(id, keyId, Map.of("KeyId", keyId, "Arn", arn("kms", "key/" + keyId)));
    }

    void addQueue(String id, Optional<String> given) {
        var name = given.orElse(STACK + "-" + id);
        var address = "https://sqs." + REGION + ".amazonaws.com/" + ACCOUNT + "/" + name;
        add(id, address, Map.of("QueueName", name, "QueueUrl", address, "Arn", arn("sqs", name)));
    }

    void addStateMachine(String id, Optional<String> given) {
        var name = given.orElse(STACK + "-" + id);
        var arn = arn("states", "stateMachine:" + name);
        add(id, arn, Map.of("Arn", arn, "Name", name));
        add(id + "Role", name + "-role", Map.of("Arn", "arn:aws:iam::" + ACCOUNT + ":role/" + name + "-role"));
        owners.put(id + "Role", id);
    }

    void addApi(String id, String stage) {
        add(id, "local", Map.of("RootResourceId", "root"));
        add(id + ".Stage", stage, Map.of());
        owners.put(id + ".Stage", id);
    }

    void addLogGroup(String id, Optional<String> given) {
        var name = given.orElse(STACK + "-" + id);
        add(id, name, Map.of("Arn", arn("logs", "log-group:" + name + ":*")));
    }

    /** A resource that nothing on one machine stands in for, and that others may name. */
    void addSilent(String id, String service) {
        var name = STACK + "-" + id;
        var arn = arn(service, name);
        add(id, service.equals("sns") ? arn : name, Map.of("Arn", arn, "TopicArn", arn, "TopicName", name));
    }

    void addAs(String id, String reference) {
        add(id, reference, Map.of());
    }

    private void add(String id, String reference, Map<String, String> its) {
        references.put(id, reference);
        attributes.put(id, its);
    }

    private static String arn(String service, String resource) {
        return "arn:aws:" + service + ":" + REGION + ":" + ACCOUNT + ":" + resource;
    }
}
