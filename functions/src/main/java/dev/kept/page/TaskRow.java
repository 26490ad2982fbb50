package dev.kept.page;

import java.time.ZonedDateTime;

/**
 * A task in the list; {@code kind} and {@code requestKind} are words.
 *
 * @param usedPercent how much of the time is used up, over 100 when it is late
 */
public record TaskRow(
        String taskId,
        String kind,
        String requestId,
        String requestKind,
        ZonedDateTime opened,
        ZonedDateTime due,
        int usedPercent) {}
