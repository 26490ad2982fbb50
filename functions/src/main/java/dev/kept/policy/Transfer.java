package dev.kept.policy;

import java.util.List;

/** A country outside the EEA to which data go, and what protects them there (GDPR art. 15(2), 46). */
public record Transfer(String country, Text safeguard, List<String> promises) {}
