package dev.kept.local.states;

/** The output of a task is not JSON, or too long. */
public final class InvalidOutput extends CallRefused {
    InvalidOutput(String reason) {
        super("Invalid Output: " + reason);
    }
}
