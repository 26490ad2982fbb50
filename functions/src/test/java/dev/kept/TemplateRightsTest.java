package dev.kept;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

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
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What the template allows: named actions on one thing, and a setting for each thing that is used. */
class TemplateRightsTest {
    /** In the policy of a key the key itself; CloudWatch's delivery of logs and X-Ray know no narrower resource. */
    private static final Set<String> WITHOUT_RESOURCE = Set.of("kms", "logs", "xray");
    /** A statement's objects: the names below a bucket's fixed folder. */
    private static final Pattern FOLDER = Pattern.compile("!Sub \\$\\{\\w+Bucket\\.Arn}/[a-z]+/\\*");

    private static final Pattern STORE = Pattern.compile("\\b(\\w+(?:Table|Bucket)|IdentifierKey|SigningKey)\\b");

    private final TemplateText template;

    TemplateRightsTest() throws IOException {
        template = new TemplateText();
    }

    /** One statement that allows something. */
    private record Allowed(String who, List<String> actions, List<String> resources) {
        static Allowed of(String who, Map<String, Object> statement) {
            return new Allowed(who, texts(statement.get("Action")), texts(statement.get("Resource")));
        }

        private static List<String> texts(@Nullable Object one) {
            return one instanceof List<?> many
                    ? many.stream().map(String::valueOf).toList()
                    : List.of(String.valueOf(one));
        }
    }

    @Test
    void noActionIsLeftOpen() {
        var open = all().stream()
                .filter(allowed -> allowed.actions().stream().anyMatch(action -> action.contains("*")))
                .map(allowed -> allowed.who() + " " + allowed.actions())
                .collect(Collectors.toCollection(TreeSet::new));

        // without it nobody but root could give out rights on a key, or look after it
        assertEquals(Set.of("DataKey [kms:*]", "IdentifierKey [kms:*]", "SigningKey [kms:*]"), open);
        template.properties("AWS::KMS::Key")
                .forEach((name, key) -> Json.list(Json.child(key, "KeyPolicy"), "Statement").stream()
                        .map(TemplateText::object)
                        .filter(statement -> "kms:*".equals(statement.get("Action")))
                        .forEach(statement -> assertEquals(
                                Map.of("AWS", "!Sub arn:${AWS::Partition}:iam::${AWS::AccountId}:root"),
                                statement.get("Principal"),
                                name)));
    }

    @Test
    void noResourceIsLeftOpen() {
        var open = new TreeSet<String>();
        for (var allowed : all()) {
            for (var resource : allowed.resources()) {
                var services = allowed.actions().stream()
                        .map(action -> action.replaceFirst(":.*", ""))
                        .collect(Collectors.toSet());
                if (resource.contains("*")
                        && !FOLDER.matcher(resource).matches()
                        && !(resource.equals("*") && WITHOUT_RESOURCE.containsAll(services))) {
                    open.add(allowed.who() + " " + allowed.actions() + " on " + resource);
                }
            }
        }

        assertEquals(Set.of(), open);
        assertEquals(
                Set.of(
                        "AnswerAccessRole",
                        "CloseAccountRole",
                        "CorrectDataRole",
                        "EraseDataRole",
                        "LimitUseRole",
                        "DataKey",
                        "IdentifierKey",
                        "SigningKey",
                        "SweepRetentionRole"),
                all().stream()
                        .filter(allowed -> allowed.resources().contains("*"))
                        .map(Allowed::who)
                        .collect(Collectors.toSet()));
    }

    @Test
    void aFunctionIsAllowedNamedActionsOnOneThingAtATime() {
        for (var function : template.functions()) {
            for (var policy : Json.list(function.properties(), "Policies")) {
                assertEquals(Set.of("Statement"), TemplateText.object(policy).keySet(), function.name());
            }
            var things = ofFunction(function).stream().map(Allowed::resources).toList();
            assertEquals(
                    List.of(), things.stream().filter(some -> some.size() != 1).toList(), function.name());
            assertEquals(things.stream().distinct().toList(), things, function.name() + " names a thing twice");
        }
    }

    @Test
    void aFunctionIsToldOfATableABucketOrAKeyWhenItMayUseItAndNotOtherwise() {
        var faults = new ArrayList<String>();
        for (var function : template.functions()) {
            var told = stores(
                    function.settings().values().stream().map(String::valueOf).toList());
            var allowed = stores(ofFunction(function).stream()
                    .flatMap(one -> one.resources().stream())
                    .toList());
            if (!told.equals(allowed)) {
                faults.add(function.name() + " is told of " + told + " and may use " + allowed);
            }
        }

        // its page has to name the place that the package will come from
        assertEquals(List.of("OpenAnswer is told of [AnswersBucket] and may use []"), faults);
    }

    /** Lambda puts a letter into the encrypted queue with the function's rights, and loses it where they do not suffice. */
    @Test
    void aFunctionWithADeadLetterQueueMaySealTheLetter() {
        for (var function : template.functions()) {
            if (function.properties().containsKey("DeadLetterQueue")) {
                var sealing = ofFunction(function).stream()
                        .filter(allowed -> allowed.resources().equals(List.of(TemplateStoresTest.KEY)))
                        .flatMap(allowed -> allowed.actions().stream())
                        .collect(Collectors.toSet());
                assertEquals(Set.of("kms:Decrypt", "kms:GenerateDataKey"), sealing, function.name());
            }
        }
    }

    /** To AWS a right on an index that is not there is as good as any other: it is found out when the index is asked. */
    @Test
    void aRightOnAnIndexNamesOneThatIsThere() {
        var there = new TreeSet<String>();
        template.properties("AWS::DynamoDB::Table")
                .forEach((table, its) -> Json.list(its, "GlobalSecondaryIndexes")
                        .forEach(index -> there.add("!Sub ${" + table + ".Arn}/index/"
                                + TemplateText.object(index).get("IndexName"))));
        var named = all().stream()
                .flatMap(allowed -> allowed.resources().stream()
                        .filter(resource -> resource.contains("/index/"))
                        .map(resource -> allowed.who() + " " + resource))
                .collect(Collectors.toCollection(TreeSet::new));
        assertFalse(named.isEmpty());

        named.removeIf(one -> there.contains(one.substring(one.indexOf(' ') + 1)));

        assertEquals(Set.of(), named);
    }

    @Test
    void aWorkflowMayCallTheFunctionsOfItsStatesAndNoOther() {
        template.properties("AWS::Serverless::StateMachine").forEach((name, machine) -> {
            var role = Json.string(machine, "Role").replaceAll("!GetAtt (\\w+)\\.Arn", "$1");
            var callable = all().stream()
                    .filter(allowed ->
                            allowed.who().equals(role) && allowed.actions().equals(List.of("lambda:InvokeFunction")))
                    .flatMap(allowed -> allowed.resources().stream())
                    .collect(Collectors.toCollection(TreeSet::new));
            var called = Json.child(machine, "DefinitionSubstitutions").entrySet().stream()
                    .filter(given -> given.getKey().endsWith("FunctionArn"))
                    .map(given -> String.valueOf(given.getValue()))
                    .collect(Collectors.toCollection(TreeSet::new));
            assertEquals(called, callable, name + " by " + role);
        });
    }

    /** Without it no log group is made, and an alarm goes off without telling anybody. */
    @Test
    void theServicesThatSealWithTheKeyInTheirOwnNameMayDoSo() {
        var policy = Json.child(template.properties("AWS::KMS::Key").getOrDefault("DataKey", Map.of()), "KeyPolicy");
        var services = new TreeMap<String, List<Object>>();
        for (var one : Json.list(policy, "Statement")) {
            var statement = TemplateText.object(one);
            var service = Json.string(Json.child(statement, "Principal"), "Service");
            if (!service.isEmpty() && "Allow".equals(statement.get("Effect"))) {
                services.put(service, Json.list(statement, "Action"));
            }
        }

        assertEquals(
                Map.of(
                        "!Sub logs.${AWS::Region}.amazonaws.com",
                        List.of(
                                "kms:Encrypt",
                                "kms:Decrypt",
                                "kms:ReEncryptFrom",
                                "kms:ReEncryptTo",
                                "kms:GenerateDataKey",
                                "kms:DescribeKey"),
                        "cloudwatch.amazonaws.com",
                        List.of("kms:Decrypt", "kms:GenerateDataKey")),
                services,
                "DataKey");
    }

    private static Set<String> stores(List<String> texts) {
        return texts.stream()
                .flatMap(text -> STORE.matcher(text).results())
                .map(match -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private List<Allowed> all() {
        var all = new ArrayList<Allowed>();
        template.functions().forEach(function -> all.addAll(ofFunction(function)));
        template.properties("AWS::IAM::Role").forEach((name, role) -> {
            for (var policy : Json.list(role, "Policies")) {
                all.addAll(of(name, Json.child(TemplateText.object(policy), "PolicyDocument")));
            }
        });
        template.properties("AWS::KMS::Key").forEach((name, key) -> all.addAll(of(name, Json.child(key, "KeyPolicy"))));
        template.properties("AWS::S3::BucketPolicy")
                .forEach((name, policy) -> all.addAll(of(name, Json.child(policy, "PolicyDocument"))));
        return all;
    }

    private static List<Allowed> ofFunction(TemplateText.Declared function) {
        return Json.list(function.properties(), "Policies").stream()
                .flatMap(policy -> of(function.name(), TemplateText.object(policy)).stream())
                .toList();
    }

    private static List<Allowed> of(String who, Map<String, Object> document) {
        return Json.list(document, "Statement").stream()
                .map(TemplateText::object)
                .filter(statement -> "Allow".equals(statement.get("Effect")))
                .map(statement -> Allowed.of(who, statement))
                .toList();
    }
}
