package dev.kept.local.states;

/** No execution of that name, or one that closed more than 90 days ago. */
public final class ExecutionDoesNotExist extends CallRefused {
    ExecutionDoesNotExist(String executionArn) {
        super("Execution Does Not Exist: '" + executionArn + "'");
    }
}
