package dev.kept.policy;

import java.util.List;

/** What the organisation holds for its customers, and what people are told whose data are a customer's (GDPR art. 28). */
public record Processing(Text scope, Text redirect, List<String> promises) {}
