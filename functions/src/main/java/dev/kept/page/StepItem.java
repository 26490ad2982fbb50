package dev.kept.page;

import java.time.ZonedDateTime;

/** A step that a request has taken; {@code step} is its word. */
public record StepItem(ZonedDateTime at, String step) {}
