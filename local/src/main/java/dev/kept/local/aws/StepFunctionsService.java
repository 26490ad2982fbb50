package dev.kept.local.aws;

import dev.kept.json.Trees;
import dev.kept.local.aws.WorkflowEngine.Event;
import dev.kept.local.aws.WorkflowEngine.Execution;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The calls of Step Functions that start, follow and answer executions, over an engine that runs them. */
public final class StepFunctionsService implements AwsService {
    private static final int LARGEST_PAYLOAD = 262_144;
    private static final Pattern NAME = Pattern.compile("[^\\s<>{}\\[\\]?*\"#%\\\\^|~`$&,;:/\\p{Cntrl}]{1,80}");

    private final WorkflowEngine engine;

    public StepFunctionsService(WorkflowEngine engine) {
        this.engine = engine;
    }

    @Override
    public Map<String, Operation> operations() {
        return Map.of(
                "AWSStepFunctions.StartExecution", this::start,
                "AWSStepFunctions.DescribeExecution", this::describe,
                "AWSStepFunctions.ListExecutions", this::list,
                "AWSStepFunctions.GetExecutionHistory", this::history,
                "AWSStepFunctions.SendTaskSuccess", this::succeed,
                "AWSStepFunctions.SendTaskFailure", this::fail,
                "AWSStepFunctions.SendTaskHeartbeat", this::heartbeat,
                "AWSStepFunctions.StopExecution", this::stop);
    }

    private Map<String, Object> start(Call call) {
        String name = call.find("name");
        if (name != null && !NAME.matcher(name).matches()) {
            throw new AwsFault("InvalidName", "An execution's name has 1 to 80 characters, none of them special.");
        }
        String input = json(call.text("input", "{}"), "InvalidExecutionInput");
        Execution execution = engine.start(arn(call, "stateMachineArn"), name, input);
        return Map.of("executionArn", execution.executionArn(), "startDate", seconds(execution.started()));
    }

    private Map<String, Object> describe(Call call) {
        Execution execution = engine.describe(arn(call, "executionArn"));
        Map<String, Object> answer = summary(execution);
        answer.put("input", execution.input());
        put(answer, "output", execution.output());
        put(answer, "error", execution.error());
        put(answer, "cause", execution.cause());
        return answer;
    }

    private Map<String, Object> list(Call call) {
        String status = call.find("statusFilter");
        List<Map<String, Object>> executions = engine.list(arn(call, "stateMachineArn")).stream()
                .filter(execution -> status == null || status.equals(execution.status()))
                .map(StepFunctionsService::summary)
                .toList();
        return Page.of(call, "executions", executions);
    }

    private Map<String, Object> history(Call call) {
        List<Map<String, Object>> events = new ArrayList<>();
        engine.history(arn(call, "executionArn")).forEach(event -> events.add(event(event)));
        if (call.flag("reverseOrder")) {
            Collections.reverse(events);
        }
        return Page.of(call, "events", events);
    }

    private Map<String, Object> succeed(Call call) {
        engine.succeed(call.text("taskToken"), json(call.text("output"), "InvalidOutput"));
        return Map.of();
    }

    private Map<String, Object> fail(Call call) {
        engine.fail(call.text("taskToken"), call.text("error", ""), call.text("cause", ""));
        return Map.of();
    }

    private Map<String, Object> heartbeat(Call call) {
        engine.heartbeat(call.text("taskToken"));
        return Map.of();
    }

    private Map<String, Object> stop(Call call) {
        Instant stopped = engine.stop(arn(call, "executionArn"), call.find("error"), call.find("cause"));
        return Map.of("stopDate", seconds(stopped));
    }

    private static Map<String, Object> summary(Execution execution) {
        Map<String, Object> summary = new LinkedHashMap<>();
        summary.put("executionArn", execution.executionArn());
        summary.put("stateMachineArn", execution.stateMachineArn());
        summary.put("name", execution.name());
        summary.put("status", execution.status());
        summary.put("startDate", seconds(execution.started()));
        Instant stopped = execution.stopped();
        if (stopped != null) {
            summary.put("stopDate", seconds(stopped));
        }
        return summary;
    }

    private static Map<String, Object> event(Event event) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("timestamp", seconds(event.at()));
        tree.put("type", event.type());
        tree.put("id", event.id());
        tree.put("previousEventId", event.previousId());
        if (!event.details().isEmpty()) {
            tree.put(detailsOf(event.type()), event.details());
        }
        return tree;
    }

    /** Each type of event keeps its details under a name of its own; all states that are entered share one. */
    private static String detailsOf(String type) {
        if (type.endsWith("StateEntered")) {
            return "stateEnteredEventDetails";
        }
        if (type.endsWith("StateExited")) {
            return "stateExitedEventDetails";
        }
        return type.substring(0, 1).toLowerCase(Locale.ROOT) + type.substring(1) + "EventDetails";
    }

    private static String arn(Call call, String name) {
        String arn = call.text(name);
        if (!arn.startsWith("arn:")) {
            throw new AwsFault("InvalidArn", name + " is not an ARN.");
        }
        return arn;
    }

    private static String json(String text, String fault) {
        if (text.getBytes(StandardCharsets.UTF_8).length > LARGEST_PAYLOAD) {
            throw new AwsFault(fault, "It has more than " + LARGEST_PAYLOAD + " bytes.");
        }
        try {
            Trees.read(text);
            return text;
        } catch (IOException e) {
            throw new AwsFault(fault, "It is not JSON.");
        }
    }

    private static void put(Map<String, Object> tree, String name, @Nullable String value) {
        if (value != null) {
            tree.put(name, value);
        }
    }

    private static double seconds(Instant instant) {
        return instant.toEpochMilli() / 1000.0;
    }
}
