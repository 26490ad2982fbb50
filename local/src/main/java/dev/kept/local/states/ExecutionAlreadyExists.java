package dev.kept.local.states;

/** The name is taken by an execution with another input, or by one that closed within 90 days. */
public final class ExecutionAlreadyExists extends CallRefused {
    ExecutionAlreadyExists(String executionArn) {
        super("Execution Already Exists: '" + executionArn + "'");
    }
}
