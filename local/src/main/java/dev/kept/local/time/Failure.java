package dev.kept.local.time;

import java.time.Instant;

/** An entry that threw: when, which one, what. */
public record Failure(Instant instant, String what, Throwable thrown) {}
