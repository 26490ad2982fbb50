package dev.kept.local.aws;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An engine whose every execution is one task that waits for the token that is the execution's name. */
final class OneStepEngine implements WorkflowEngine {
    static final String MACHINE = LocalCredentials.arn("states", "stateMachine:answer-access");
    static final Instant STARTED = Instant.parse("2026-11-22T08:00:00.250Z");
    static final Instant STOPPED = STARTED.plusSeconds(60);

    private final Deque<Execution> executions = new ArrayDeque<>();

    @Override
    public synchronized Execution start(String stateMachineArn, @Nullable String name, String input) {
        if (!stateMachineArn.equals(MACHINE)) {
            throw new AwsFault("StateMachineDoesNotExist", "none");
        }
        if (executions.stream().anyMatch(each -> each.name().equals(name))) {
            throw new AwsFault("ExecutionAlreadyExists", "twice");
        }
        Execution execution = execution(String.valueOf(name), "RUNNING", input, null, null, null);
        executions.addFirst(execution);
        return execution;
    }

    @Override
    public synchronized Execution describe(String executionArn) {
        return executions.stream()
                .filter(each -> each.executionArn().equals(executionArn))
                .findFirst()
                .orElseThrow(() -> new AwsFault("ExecutionDoesNotExist", "none"));
    }

    @Override
    public synchronized List<Execution> list(String stateMachineArn) {
        return List.copyOf(executions);
    }

    @Override
    public List<Event> history(String executionArn) {
        return List.of(
                new Event(1, 0, "ExecutionStarted", STARTED, Map.of("input", "{}")),
                new Event(2, 1, "TaskStateEntered", STARTED, Map.of("name", "Gather")),
                new Event(3, 2, "TaskScheduled", STARTED, Map.of("resourceType", "lambda")));
    }

    @Override
    public void succeed(String taskToken, String output) {
        replace(taskToken, "SUCCEEDED", output, null, null);
    }

    @Override
    public void fail(String taskToken, String error, String cause) {
        replace(taskToken, "FAILED", null, error, cause);
    }

    @Override
    public void heartbeat(String taskToken) {
        if (taskToken.equals("late")) {
            throw new AwsFault("TaskTimedOut", "late");
        }
    }

    @Override
    public Instant stop(String executionArn, @Nullable String error, @Nullable String cause) {
        replace(describe(executionArn).name(), "ABORTED", null, error, cause);
        return STOPPED;
    }

    private synchronized void replace(
            String name, String status, @Nullable String output, @Nullable String error, @Nullable String cause) {
        Execution before = executions.stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AwsFault("TaskDoesNotExist", "none"));
        executions.remove(before);
        executions.addFirst(execution(name, status, before.input(), output, error, cause));
    }

    private static Execution execution(
            String name,
            String status,
            String input,
            @Nullable String output,
            @Nullable String error,
            @Nullable String cause) {
        return new Execution(
                LocalCredentials.arn("states", "execution:answer-access:" + name),
                MACHINE,
                name,
                status,
                STARTED,
                status.equals("RUNNING") ? null : STOPPED,
                input,
                output,
                error,
                cause);
    }
}
