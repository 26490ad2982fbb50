package dev.kept.local.states;

import org.jspecify.annotations.Nullable;

/** One call of a function by a workflow, for whoever interferes with it. */
public record FunctionCall(
        String functionArn,
        String executionArn,
        String state,
        int retryCount,
        @Nullable Object payload) {}
