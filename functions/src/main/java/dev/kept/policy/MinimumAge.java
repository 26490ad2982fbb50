package dev.kept.policy;

import java.util.List;

/** Below which age nobody may give personal data, and how people are told. */
public record MinimumAge(int years, Text statement, List<String> promises) {}
