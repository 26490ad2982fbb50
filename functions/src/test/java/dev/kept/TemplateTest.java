package dev.kept;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import dev.kept.http.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The template itself: its parameters, its functions with their logs, and its alarms. */
class TemplateTest {
    /** A function cannot take longer than API Gateway waits. */
    private static final int PATIENCE_OF_THE_GATEWAY = 29;

    /** What AWS counts by itself, of each service the part that says something of a function, a workflow or a queue here. */
    private static final Map<String, Set<String>> METRICS = Map.of(
            "AWS/Lambda", Set.of("Invocations", "Errors", "Throttles", "Duration", "DeadLetterErrors"),
            "AWS/States",
                    Set.of(
                            "ExecutionsFailed",
                            "ExecutionsTimedOut",
                            "ExecutionsAborted",
                            "ExecutionThrottled",
                            "ExecutionsSucceeded"),
            "AWS/SQS", Set.of("ApproximateNumberOfMessagesVisible", "ApproximateAgeOfOldestMessage"));

    private static final String SENTENCE = "[A-Z].*[^.]\\.";

    private final TemplateText template;

    TemplateTest() throws IOException {
        template = new TemplateText();
    }

    @Test
    void whateverLambdaCouldCallIsDeployed() {
        var callable = Sources.CLASSES.stream()
                .filter(type -> type.isAssignableTo(RequestStreamHandler.class) && !type.isInterface())
                .filter(type -> !type.getModifiers().contains(JavaModifier.ABSTRACT))
                .map(JavaClass::getName)
                .collect(Collectors.toCollection(TreeSet::new));
        var deployed = template.functions().stream()
                .map(TemplateText.Declared::handler)
                .collect(Collectors.toCollection(TreeSet::new));

        assertEquals(callable, deployed);
    }

    @Test
    void everyParameterIsDescribedHasADefaultAndBounds() {
        var faults = new ArrayList<String>();
        template.parameters().forEach((name, tree) -> {
            var parameter = TemplateText.object(tree);
            check(
                    faults,
                    name,
                    "Description",
                    Json.string(parameter, "Description").matches(SENTENCE));
            check(faults, name, "Default", parameter.containsKey("Default"));
            check(
                    faults,
                    name,
                    "bounds",
                    parameter.containsKey("AllowedPattern")
                            || parameter.containsKey("AllowedValues")
                            || (parameter.containsKey("MinValue") && parameter.containsKey("MaxValue")));
            check(faults, name, "NoEcho", name.endsWith("Secret") == parameter.containsKey("NoEcho"));
        });

        assertEquals(List.of(), faults);
    }

    @Test
    void everyFunctionSaysWhatItDoesAndIsNamedByTheStack() {
        var faults = new ArrayList<String>();
        for (var function : template.functions()) {
            var its = function.properties();
            check(
                    faults,
                    function.name(),
                    "Description",
                    Json.string(its, "Description").matches(SENTENCE));
            check(faults, function.name(), "no name", !its.containsKey("FunctionName"));
            var timeout = Integer.parseInt(template.timeout(function.name()));
            check(
                    faults,
                    function.name(),
                    "Timeout",
                    function.routes().isEmpty() || timeout <= PATIENCE_OF_THE_GATEWAY);
        }

        assertEquals(List.of(), faults);
    }

    @Test
    void everyLogIsEncryptedAndKeptAsLongAsTheParameterSays() {
        var expected = new TreeSet<String>();
        expected.add("!Sub /aws/lambda/${AWS::StackName}");
        expected.add("!Sub /aws/vendedlogs/states/${AWS::StackName}-answer-access");
        expected.add("!Sub /aws/vendedlogs/states/${AWS::StackName}-close-account");
        expected.add("!Sub /aws/vendedlogs/states/${AWS::StackName}-correct-data");
        expected.add("!Sub /aws/vendedlogs/states/${AWS::StackName}-erase-data");
        expected.add("!Sub /aws/vendedlogs/states/${AWS::StackName}-limit-use");
        expected.add("!Sub /aws/vendedlogs/states/${AWS::StackName}-sweep-retention");
        var names = new TreeSet<String>();
        var faults = new ArrayList<String>();
        template.properties("AWS::Logs::LogGroup").forEach((name, group) -> {
            names.add(Json.string(group, "LogGroupName"));
            check(faults, name, "RetentionInDays", "!Ref LogRetentionDays".equals(group.get("RetentionInDays")));
            check(faults, name, "KmsKeyId", TemplateStoresTest.KEY.equals(group.get("KmsKeyId")));
        });

        assertEquals(List.of(), faults);
        assertEquals(expected, names);
        assertEquals(
                "180", Json.child(template.parameters(), "LogRetentionDays").get("Default"));
        assertEquals(
                Map.of("LogFormat", "JSON", "LogGroup", "!Ref FunctionLogs"),
                Json.child(template.globals(), "LoggingConfig"));
        template.properties("AWS::Serverless::Function")
                .forEach((name, function) -> assertFalse(function.containsKey("LoggingConfig"), name));
    }

    @Test
    void aWorkflowLogsWithoutWhatItCarries() {
        var machines = template.properties("AWS::Serverless::StateMachine");
        assertTrue(!machines.isEmpty(), "there is a workflow");
        machines.forEach((name, machine) -> {
            var logging = Json.child(machine, "Logging");
            assertEquals("false", logging.get("IncludeExecutionData"), name);
            var group = logging.toString().replaceAll(".*!GetAtt (\\w+)\\.Arn.*", "$1");
            assertTrue(template.properties("AWS::Logs::LogGroup").containsKey(group), name + " logs to " + group);
        });
    }

    /** An address holds tokens and, where somebody errs, anything. */
    @Test
    void theApiWritesNoLogOfItsOwn() {
        var apis = template.properties("AWS::Serverless::Api");
        assertEquals(1, apis.size());
        apis.forEach((name, api) -> {
            assertTrue(!api.containsKey("AccessLogSetting"), name);
            var settings = String.valueOf(api.get("MethodSettings"));
            assertTrue(!settings.contains("LoggingLevel") && !settings.contains("DataTraceEnabled"), settings);
        });
    }

    @Test
    void anEventThatNobodyWaitsForIsNotLost() {
        var queues = template.resources("AWS::SQS::Queue").keySet();
        var driven = new TreeSet<String>();
        var faults = new ArrayList<String>();
        for (var function : template.functions()) {
            var events = Json.child(function.properties(), "Events").values();
            if (events.stream()
                    .anyMatch(event -> !"Api".equals(TemplateText.object(event).get("Type")))) {
                driven.add(function.name());
                var letters = Json.child(function.properties(), "DeadLetterQueue");
                var queue = Json.string(letters, "TargetArn").replaceAll("!GetAtt (\\w+)\\.Arn", "$1");
                check(faults, function.name(), "DeadLetterQueue", queues.contains(queue));
            }
        }

        assertEquals(List.of(), faults);
        assertEquals(Set.of("CheckpointLedger", "CountDue", "StartSweep", "WatchDeadlines"), driven);
    }

    @Test
    void everyAlarmWatchesSomethingThatIsThereAndTellsOfIt() {
        var filtered = filteredMetrics();
        var faults = new ArrayList<String>();
        template.properties("AWS::CloudWatch::Alarm").forEach((name, alarm) -> {
            check(
                    faults,
                    name,
                    "AlarmDescription",
                    Json.string(alarm, "AlarmDescription").matches(SENTENCE));
            check(faults, name, "AlarmActions", List.of("!Ref AlarmTopic").equals(alarm.get("AlarmActions")));
            for (var watched : watched(faults, name, alarm)) {
                var namespace = Json.string(watched, "Namespace");
                var dimensions = Json.list(watched, "Dimensions");
                if (namespace.startsWith("AWS/")) {
                    check(faults, name, "Dimensions", dimensions.size() == 1 && isThere(namespace, dimensions.get(0)));
                    var metric = Json.string(watched, "MetricName");
                    check(
                            faults,
                            name,
                            "MetricName " + metric,
                            METRICS.getOrDefault(namespace, Set.of()).contains(metric));
                } else {
                    check(faults, name, "metric", filtered.contains(namespace + "/" + watched.get("MetricName")));
                }
            }
        });

        assertEquals(List.of(), faults);
        assertTrue(template.resources("AWS::SNS::Topic").containsKey("AlarmTopic"));
    }

    @Test
    void whatAMetricIsFilteredByIsWrittenIntoThatLog() throws IOException {
        for (var filter : template.properties("AWS::Logs::MetricFilter").values()) {
            var group = Json.string(filter, "LogGroupName").replace("!Ref ", "");
            assertTrue(template.resources("AWS::Logs::LogGroup").containsKey(group), group);
            var words = Json.string(filter, "FilterPattern").replace("\"", "");
            var writers = new ArrayList<String>();
            for (var function : template.functions()) {
                var source =
                        function.handler().replaceFirst("dev\\.kept\\.", "").replaceAll("Handler$", "");
                var file = TemplateText.sources().resolve(source.replace('.', '/') + ".java");
                if (Files.exists(file) && Files.readString(file).contains("\"" + words + " ")) {
                    writers.add(function.name());
                }
            }
            assertEquals(1, writers.size(), words + ": " + writers);
        }
    }

    /** The metrics of an alarm: one, or those that one expression adds up, each of them once. */
    private static List<Map<String, Object>> watched(List<String> faults, String name, Map<String, Object> alarm) {
        if (!alarm.containsKey("Metrics")) {
            return List.of(alarm);
        }
        var metrics =
                Json.list(alarm, "Metrics").stream().map(TemplateText::object).toList();
        var expression = metrics.stream()
                .map(metric -> Json.string(metric, "Expression"))
                .collect(Collectors.joining());
        var added = metrics.stream()
                .filter(metric -> !metric.containsKey("Expression"))
                .map(metric -> "FILL(" + metric.get("Id") + ", 0)")
                .collect(Collectors.joining(" + "));
        check(faults, name, "Expression", expression.equals(added));
        return metrics.stream()
                .filter(metric -> !metric.containsKey("Expression"))
                .map(metric -> Json.child(Json.child(metric, "MetricStat"), "Metric"))
                .toList();
    }

    /** A workflow that ends otherwise than it should calls somebody, however it ends. */
    @Test
    void everyWorkflowThatBreaksSetsOffAnAlarm() {
        var watched = new TreeSet<String>();
        template.properties("AWS::CloudWatch::Alarm")
                .forEach((name, alarm) -> watched(new ArrayList<>(), name, alarm)
                        .forEach(metric -> Json.list(metric, "Dimensions")
                                .forEach(of -> watched.add(
                                        TemplateText.object(of).get("Value") + " " + metric.get("MetricName")))));
        for (var workflow : template.resources("AWS::Serverless::StateMachine").keySet()) {
            for (var end : List.of("ExecutionsFailed", "ExecutionsTimedOut", "ExecutionsAborted")) {
                assertTrue(watched.contains("!Ref " + workflow + " " + end), workflow + " " + end);
            }
        }
    }

    /**
     * CloudFormation takes 500 resources. SAM makes four of each function, one of each route, two of each schedule, and four of
     * the API.
     */
    @Test
    void itIsNoMoreThanCloudFormationTakes() {
        var count = 4;
        for (var function : template.functions()) {
            count += 4;
            for (var event : Json.child(function.properties(), "Events").values()) {
                count += "Api".equals(TemplateText.object(event).get("Type")) ? 1 : 2;
            }
        }
        count += (int) template.resources().values().stream()
                .map(resource -> Json.string(TemplateText.object(resource), "Type"))
                .filter(type -> !type.equals("AWS::Serverless::Function") && !type.equals("AWS::Serverless::Api"))
                .count();
        assertTrue(count > 400, count + " resources are too few to be all");
        assertTrue(count <= 500, count + " resources");
    }

    private Set<String> filteredMetrics() {
        return template.properties("AWS::Logs::MetricFilter").values().stream()
                .flatMap(filter -> Json.list(filter, "MetricTransformations").stream())
                .map(TemplateText::object)
                .map(metric -> metric.get("MetricNamespace") + "/" + metric.get("MetricName"))
                .collect(Collectors.toSet());
    }

    private boolean isThere(String namespace, Object tree) {
        var dimension = TemplateText.object(tree);
        var expected = Map.of(
                "AWS/Lambda", List.of("FunctionName", "AWS::Serverless::Function"),
                "AWS/States", List.of("StateMachineArn", "AWS::Serverless::StateMachine"),
                "AWS/SQS", List.of("QueueName", "AWS::SQS::Queue"));
        var known = expected.getOrDefault(namespace, List.of("", ""));
        var resource = Json.string(dimension, "Value").replaceAll("!(?:Ref|GetAtt) (\\w+)(\\.QueueName)?", "$1");
        return known.get(0).equals(dimension.get("Name"))
                && template.resources(known.get(1)).containsKey(resource);
    }

    static void check(List<String> faults, String resource, String what, boolean isRight) {
        if (!isRight) {
            faults.add(resource + ": " + what);
        }
    }
}
