package dev.kept.page;

import java.time.LocalDate;
import java.time.ZonedDateTime;

/** A request on the board. */
public record RequestRow(
        String requestId, String kind, String state, ZonedDateTime received, LocalDate due, int usedPercent) {}
