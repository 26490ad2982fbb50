package dev.kept.local.aws;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What runs the workflows behind the Step Functions calls.
 *
 * <p>Refusals are {@link AwsFault}s under the names of Step Functions: {@code StateMachineDoesNotExist},
 * {@code ExecutionAlreadyExists}, {@code ExecutionDoesNotExist}, {@code TaskDoesNotExist}, {@code TaskTimedOut},
 * {@code InvalidToken}. Names, inputs and outputs have been checked before it is asked.
 */
public interface WorkflowEngine {
    /** The running execution of the same name and input is the answer too; without a name the engine makes one. */
    Execution start(String stateMachineArn, @Nullable String name, String input);

    Execution describe(String executionArn);

    /** Newest first. */
    List<Execution> list(String stateMachineArn);

    /** Oldest first. */
    List<Event> history(String executionArn);

    void succeed(String taskToken, String output);

    void fail(String taskToken, String error, String cause);

    void heartbeat(String taskToken);

    /** Aborts it and tells when that was. */
    Instant stop(String executionArn, @Nullable String error, @Nullable String cause);

    /** One execution; {@code status} in the words of Step Functions. */
    record Execution(
            String executionArn,
            String stateMachineArn,
            String name,
            String status,
            Instant started,
            @Nullable Instant stopped,
            String input,
            @Nullable String output,
            @Nullable String error,
            @Nullable String cause) {}

    /** One event of a history; {@code type} as Step Functions names it, {@code details} under its field names. */
    record Event(long id, long previousId, String type, Instant at, Map<String, Object> details) {}
}
