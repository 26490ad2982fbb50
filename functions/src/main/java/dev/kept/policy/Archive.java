package dev.kept.policy;

import java.time.Period;

/** What follows active use where the law or a claim needs it: set apart, for few people, for this long. */
public record Archive(StartEvent event, Period period, Text reason, String law) {}
