package dev.kept.local.states;

/** The input of an execution is not JSON, or too long. */
public final class InvalidExecutionInput extends CallRefused {
    InvalidExecutionInput(String reason) {
        super("Invalid State Machine Execution Input: " + reason);
    }
}
