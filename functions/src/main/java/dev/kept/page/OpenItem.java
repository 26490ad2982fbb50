package dev.kept.page;

import java.time.ZonedDateTime;

/** A system that has not answered, since when, and how often it was asked. */
public record OpenItem(String system, ZonedDateTime since, int attempts) {}
