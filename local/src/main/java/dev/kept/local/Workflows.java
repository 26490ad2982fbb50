package dev.kept.local;

import dev.kept.local.aws.AwsFault;
import dev.kept.local.aws.WorkflowEngine;
import dev.kept.local.states.CallRefused;
import dev.kept.local.states.ExecutionDescription;
import dev.kept.local.states.Executions;
import dev.kept.local.states.HistoryEvent;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Lets the Step Functions calls reach the interpreter, and says its refusals under their AWS names. */
final class Workflows implements WorkflowEngine {
    private final Executions executions;

    Workflows(Executions executions) {
        this.executions = executions;
    }

    @Override
    public Execution start(String stateMachineArn, @Nullable String name, String input) {
        return refusing(() -> execution(executions.start(stateMachineArn, name, input)));
    }

    @Override
    public Execution describe(String executionArn) {
        return refusing(() -> execution(executions.describe(executionArn)));
    }

    @Override
    public List<Execution> list(String stateMachineArn) {
        return refusing(() -> executions.list(stateMachineArn, null).stream()
                .map(Workflows::execution)
                .toList());
    }

    @Override
    public List<Event> history(String executionArn) {
        return refusing(() ->
                executions.history(executionArn).stream().map(Workflows::event).toList());
    }

    @Override
    public void succeed(String taskToken, String output) {
        refusing(() -> {
            executions.sendTaskSuccess(taskToken, output);
            return true;
        });
    }

    @Override
    public void fail(String taskToken, String error, String cause) {
        refusing(() -> {
            executions.sendTaskFailure(taskToken, error, cause);
            return true;
        });
    }

    @Override
    public void heartbeat(String taskToken) {
        refusing(() -> {
            executions.sendTaskHeartbeat(taskToken);
            return true;
        });
    }

    @Override
    public Instant stop(String executionArn, @Nullable String error, @Nullable String cause) {
        return refusing(() -> {
            var stopped = executions.stop(executionArn, error, cause);
            return Objects.requireNonNullElse(stopped.stopDate(), stopped.startDate());
        });
    }

    private static <T> T refusing(Supplier<T> call) {
        try {
            return call.get();
        } catch (CallRefused refused) {
            throw new AwsFault(refused.code(), String.valueOf(refused.getMessage()));
        }
    }

    private static Execution execution(ExecutionDescription found) {
        return new Execution(
                found.executionArn(),
                found.stateMachineArn(),
                found.name(),
                found.status().name(),
                found.startDate(),
                found.stopDate(),
                found.input(),
                found.output(),
                found.error(),
                found.cause());
    }

    private static Event event(HistoryEvent event) {
        var details = new LinkedHashMap<String, Object>();
        for (Map.Entry<String, @Nullable Object> detail : event.details().entrySet()) {
            var value = detail.getValue();
            if (value != null) {
                details.put(detail.getKey(), value);
            }
        }
        return new Event(event.id(), event.previousEventId(), event.type(), event.timestamp(), details);
    }
}
