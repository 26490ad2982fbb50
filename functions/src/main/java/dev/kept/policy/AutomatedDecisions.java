package dev.kept.policy;

import java.util.List;

/** Whether machines decide about people alone, by what logic and with what consequences (GDPR art. 22, 15(1)(h)). */
public record AutomatedDecisions(boolean made, Text logic, Text consequences, List<String> promises) {}
