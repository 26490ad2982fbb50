package dev.kept.policy;

import java.util.List;

/** A right that the policy offers and how it is explained to people. */
public record Right(RequestKind kind, Text title, Text explanation, List<String> promises) {}
