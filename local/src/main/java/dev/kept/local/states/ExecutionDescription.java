package dev.kept.local.states;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What DescribeExecution tells; input and output are JSON texts. */
public record ExecutionDescription(
        String executionArn,
        String stateMachineArn,
        String name,
        ExecutionStatus status,
        Instant startDate,
        @Nullable Instant stopDate,
        String input,
        @Nullable String output,
        @Nullable String error,
        @Nullable String cause) {}
