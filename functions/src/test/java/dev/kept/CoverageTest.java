package dev.kept;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kept.http.Json;
import dev.kept.policy.ConnectedSystemDeclaration;
import dev.kept.policy.Policy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Nothing personal is kept that nobody could hand over, erase, or would ever end. Each table and bucket of the template says in
 * its metadata {@code PersonalData} what it holds, which functions gather and erase it, and how it ends; each system, field
 * and attribute of a policy belongs to a category with a rule. What says so has to be so: the functions have the rights for
 * it.
 */
class CoverageTest {
    /** What a store holds, and what of it is needed then. */
    private enum Holds {
        /** What is known of people. */
        RECORDS(true, true),
        /** Copies of that, made for a while. */
        COPIES(false, true),
        /** Keyed hashes, from which nobody learns who it is. */
        HASHES(false, false),
        /** Keys that open what stands elsewhere. */
        KEYS(false, true),
        /** Random ids, dates, counts and codes. */
        PROOF(false, false);

        private final boolean gathered;
        private final boolean erased;

        Holds(boolean gathered, boolean erased) {
            this.gathered = gathered;
            this.erased = erased;
        }
    }

    /** How a store's content ends without being named: with the person, its hold, or not at all, since it is the proof or nobody's. */
    private static final Set<String> ENDS = Set.of("person", "release", "proof", "nobody");

    private static final Set<String> READING = Set.of(
            "dynamodb:Query",
            "dynamodb:GetItem",
            "dynamodb:Scan",
            "s3:GetObject",
            "s3:ListBucket",
            "s3:ListBucketVersions");
    private static final Set<String> DELETING =
            Set.of("dynamodb:DeleteItem", "dynamodb:BatchWriteItem", "s3:DeleteObject", "s3:DeleteObjectVersion");

    private final TemplateText template;
    private final List<String> faults = new ArrayList<>();

    CoverageTest() throws IOException {
        template = new TemplateText();
    }

    @Test
    void everyStoreOfTheTemplateIsCovered() {
        stores().forEach((name, store) -> covers(name, store, personalData(store)));

        assertEquals(List.of(), faults);
    }

    private void covers(String name, Map<String, Object> store, Map<String, Object> its) {
        if (!its.containsKey("Holds")) {
            faults.add(name + " does not say what it holds");
            return;
        }
        var holds = Holds.valueOf(Json.string(its, "Holds").toUpperCase(Locale.ROOT));
        var gatherers = names(its, "Gatherers");
        var erasers = names(its, "Erasers");
        if (holds.gathered && gatherers.isEmpty()) {
            faults.add(name + " has no gatherer");
        }
        if (holds.erased && erasers.isEmpty()) {
            faults.add(name + " has no eraser");
        }
        may(name, gatherers, READING);
        may(name, erasers, DELETING);
        ends(name, Json.child(store, "Properties"), its);
    }

    private void may(String store, List<String> functions, Set<String> actions) {
        for (var function : functions) {
            if (allowed(function, store).stream().noneMatch(actions::contains)) {
                faults.add(function + " may not do it in " + store);
            }
        }
    }

    private void ends(String name, Map<String, Object> properties, Map<String, Object> its) {
        var end = its.get("End");
        if ("policy".equals(end)) {
            if (!"PeopleTable".equals(name) && systemsIn(name).isEmpty()) {
                faults.add(name + " is in no policy, whose rules would end it");
            }
        } else if ("expiry".equals(end)) {
            if (!properties.containsKey("TimeToLiveSpecification")
                    && !properties.containsKey("LifecycleConfiguration")) {
                faults.add(name + " has no expiry");
            }
        } else if (!ENDS.contains(String.valueOf(end)) && !isEveryPolicysCategory(String.valueOf(end))) {
            faults.add(name + " never ends");
        }
    }

    private static boolean isEveryPolicysCategory(String name) {
        return policies().stream().allMatch(policy -> policy.categories().containsKey(name));
    }

    @Test
    void everySystemOfAPolicyIsCovered() {
        for (var policy : policies()) {
            for (var system : policy.systems()) {
                for (var function : List.of("GatherFromSystem", "EraseFromSystem")) {
                    var told = settings(function);
                    settings(system).stream()
                            .filter(setting -> !told.containsKey(setting))
                            .forEach(setting -> faults.add(function + " is not told " + setting));
                }
                if (system.attributes().isEmpty() && system.categories().isEmpty() && !isOwn(system)) {
                    faults.add(policy.id() + " " + system.id() + " holds nothing of a category");
                }
            }
        }

        assertEquals(List.of(), faults);
    }

    @Test
    void everyFieldOfAPolicyIsCovered() {
        for (var policy : policies()) {
            var used = new TreeSet<String>();
            policy.forms().values().forEach(form -> form.fields().forEach(field -> used.add(field.category())));
            policy.consents().values().forEach(consent -> used.add(consent.category()));
            policy.systems().forEach(system -> used.addAll(system.categories()));
            policy.systems()
                    .forEach(system -> system.attributes().forEach(attribute -> used.add(attribute.category())));
            assertTrue(used.size() > 2, policy.id());
            used.removeIf(category -> policy.categories().containsKey(category)
                    && policy.category(category).retention().event() != null);
            used.forEach(category -> faults.add(policy.id() + " has no rule for " + category));
        }

        assertEquals(List.of(), faults);
    }

    /** A table or bucket that a policy's system is in has to be one that the template marks as holding records. */
    @Test
    void whatAPolicyCallsASystemTheTemplateCallsRecords() {
        var told = settings("GatherFromSystem");
        for (var policy : policies()) {
            for (var system : policy.systems()) {
                for (var setting : settings(system)) {
                    var store = String.valueOf(told.get(setting)).replace("!Ref ", "");
                    var found = stores().get(store);
                    if (found != null && !"records".equals(personalData(found).get("Holds"))) {
                        faults.add(store + " holds records, says " + policy.id());
                    }
                }
            }
        }

        assertEquals(List.of(), faults);
    }

    private Map<String, Map<String, Object>> stores() {
        var stores = new TreeMap<>(template.resources("AWS::DynamoDB::Table"));
        stores.putAll(template.resources("AWS::S3::Bucket"));
        return stores;
    }

    private static Map<String, Object> personalData(Map<String, Object> store) {
        return Json.child(Json.child(store, "Metadata"), "PersonalData");
    }

    private static List<String> names(Map<String, Object> its, String name) {
        return Json.list(its, name).stream().map(String::valueOf).toList();
    }

    private Map<String, Object> settings(String function) {
        return template.functions().stream()
                .filter(one -> one.name().equals(function))
                .findFirst()
                .orElseThrow()
                .settings();
    }

    /** The policies' systems that stand in a store. */
    private Set<String> systemsIn(String store) {
        var told = settings("GatherFromSystem");
        return policies().stream()
                .flatMap(policy -> policy.systems().stream())
                .filter(system -> settings(system).stream()
                        .anyMatch(setting -> ("!Ref " + store).equals(String.valueOf(told.get(setting)))))
                .map(ConnectedSystemDeclaration::id)
                .collect(Collectors.toSet());
    }

    private static List<String> settings(ConnectedSystemDeclaration system) {
        if (system instanceof ConnectedSystemDeclaration.DynamoDb table) {
            return List.of(table.tableSetting());
        }
        if (system instanceof ConnectedSystemDeclaration.S3 bucket) {
            return List.of(bucket.bucketSetting());
        }
        return system instanceof ConnectedSystemDeclaration.Http processor
                ? List.of(processor.addressSetting(), processor.secretSetting())
                : List.of();
    }

    private static boolean isOwn(ConnectedSystemDeclaration system) {
        return system instanceof ConnectedSystemDeclaration.Kept;
    }

    /** What a function may do in a store or in what belongs to it, such as an index. */
    private Set<String> allowed(String function, String store) {
        var properties = template.properties("AWS::Serverless::Function").getOrDefault(function, Map.of());
        var allowed = new TreeSet<String>();
        for (var policy : Json.list(properties, "Policies")) {
            for (var one : Json.list(TemplateText.object(policy), "Statement")) {
                var statement = TemplateText.object(one);
                if (String.valueOf(statement.get("Resource")).contains(store + ".Arn")) {
                    Json.list(statement, "Action").forEach(action -> allowed.add(String.valueOf(action)));
                }
            }
        }
        return allowed;
    }

    private static List<Policy> policies() {
        try (var files = Files.list(TemplateText.root().resolve("policies"))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".json") && !name.equals("policy.schema.json"))
                    .map(name -> Policy.load(name.replace(".json", "")))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
