package dev.kept.local.template;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads a template in the order in which its parts need each other: parameters, names, properties, resources. */
final class TemplateReader {
    private static final Set<String> SECTIONS = Set.of(
            "AWSTemplateFormatVersion",
            "Transform",
            "Description",
            "Metadata",
            "Parameters",
            "Mappings",
            "Conditions",
            "Globals",
            "Resources",
            "Outputs");

    private final Faults faults = new Faults();
    private final Names names = new Names();
    private final Map<String, Object> document;

    TemplateReader(Path file) {
        document = new YamlTree(String.valueOf(file.getFileName()), faults).read(file);
        faults.refuse();
    }

    Set<String> parameters() {
        return Tree.child(document, "Parameters").keySet();
    }

    Template read(Map<String, String> given) {
        document.keySet().stream()
                .filter(name -> !SECTIONS.contains(name))
                .forEach(name -> faults.add(name, "is not a section that the local run supports: take it out"));
        var parameters = new Parameters(part("Parameters", Tree.child(document, "Parameters")), given, faults);
        var mappings = Tree.child(document, "Mappings");
        var conditions = new Conditions(Tree.child(document, "Conditions"), parameters, mappings, faults);
        Tree.child(document, "Conditions").keySet().forEach(name -> conditions.holds(name, "Conditions/" + name));
        var declarations = new Declarations(document, conditions, faults);
        var bare = new Intrinsics(parameters, mappings, conditions, names, faults);
        declarations.all().forEach((id, declaration) -> name(id, declaration, bare));
        var properties = resolve(declarations, bare);
        var resources = resources(declarations, properties);
        var outputs = outputs(conditions, bare);
        faults.refuse();
        return resources.template(values(parameters), outputs);
    }

    private Part part(String path, Map<String, Object> tree) {
        return new Part(path, tree, faults);
    }

    private Map<String, String> values(Parameters parameters) {
        var values = new LinkedHashMap<String, String>();
        parameters().forEach(name -> parameters.find(name).ifPresent(value -> values.put(name, value.toString())));
        return values;
    }

    private void name(String id, Declaration declaration, Intrinsics bare) {
        var properties = declaration.properties();
        switch (declaration.type()) {
            case "AWS::Serverless::Function" ->
                names.addFunction(
                        id,
                        Optional.ofNullable(properties.get("AutoPublishAlias")).map(Object::toString));
            case "AWS::DynamoDB::Table" -> names.addTable(id, own(id, properties, "TableName", bare));
            case "AWS::S3::Bucket" -> names.addBucket(id, own(id, properties, "BucketName", bare));
            case "AWS::KMS::Key" -> names.addKey(id);
            case "AWS::KMS::Alias" ->
                names.addAs(id, own(id, properties, "AliasName", bare).orElse(id));
            case "AWS::SQS::Queue" -> names.addQueue(id, own(id, properties, "QueueName", bare));
            case "AWS::Serverless::StateMachine" -> names.addStateMachine(id, own(id, properties, "Name", bare));
            case "AWS::Serverless::Api" ->
                names.addApi(id, own(id, properties, "StageName", bare).orElse("local"));
            case "AWS::Logs::LogGroup" -> names.addLogGroup(id, own(id, properties, "LogGroupName", bare));
            default ->
                Silent.service(declaration.type()).ifPresentOrElse(service -> names.addSilent(id, service), () -> {
                    names.addAs(id, id);
                    faults.add(
                            "Resources/" + id + "/Type",
                            declaration.type() + " is not supported by the local run: take it out, or"
                                    + " teach dev.kept.local.template about it");
                });
        }
    }

    /** A name that the resource gives itself. */
    private static Optional<String> own(String id, Map<String, Object> properties, String name, Intrinsics bare) {
        return Optional.ofNullable(properties.get(name))
                .map(tree -> bare.resolve(tree, "Resources/" + id + "/Properties/" + name)
                        .toString());
    }

    private Map<String, Part> resolve(Declarations declarations, Intrinsics intrinsics) {
        var resolved = new LinkedHashMap<String, Part>();
        var needs = new LinkedHashMap<String, Set<String>>();
        declarations.all().forEach((id, declaration) -> {
            var path = "Resources/" + id + "/Properties";
            intrinsics.takeNamed();
            resolved.put(id, part(path, Tree.object(intrinsics.resolve(declaration.properties(), path))));
            needs.put(id, needs(path, declaration, intrinsics));
        });
        new Circles(needs, faults).refuse();
        return resolved;
    }

    /** What has to be there before it; SAM makes an API need the functions of its routes, and not the reverse. */
    private Set<String> needs(String path, Declaration declaration, Intrinsics intrinsics) {
        var properties = new LinkedHashMap<>(declaration.properties());
        properties.remove("Events");
        intrinsics.takeNamed();
        intrinsics.resolve(properties, path);
        var needs = new LinkedHashSet<>(intrinsics.takeNamed());
        needs.addAll(declaration.dependsOn());
        return needs;
    }

    private Resources resources(Declarations declarations, Map<String, Part> properties) {
        var resources = new Resources(names);
        var api = declarations.all().entrySet().stream()
                .filter(entry -> entry.getValue().type().equals("AWS::Serverless::Api"))
                .findFirst()
                .flatMap(entry -> Optional.ofNullable(properties.get(entry.getKey())))
                .flatMap(ApiReader::defaultAuthorizer);
        var functions = new FunctionReader(names, api);
        properties.forEach((id, part) -> {
            var type = declarations.all().get(id);
            if (type != null) {
                resources.read(type.type(), id, part, functions);
            }
        });
        return resources;
    }

    private Map<String, String> outputs(Conditions conditions, Intrinsics intrinsics) {
        var outputs = new LinkedHashMap<String, String>();
        Tree.child(document, "Outputs").forEach((id, tree) -> {
            var path = "Outputs/" + id;
            var output = Tree.object(tree);
            var condition = output.get("Condition");
            if (condition == null || conditions.holds(condition.toString(), path)) {
                var value = intrinsics.resolve(output.getOrDefault("Value", ""), path + "/Value");
                outputs.put(id, value.toString());
            }
        });
        return outputs;
    }
}
