package dev.kept.policy;

import java.util.List;

/** Where a person can complain: the supervisory authority and the court (GDPR art. 12(4), 77, 79). */
public record Remedies(String authority, String address, String website, Text judicial, List<String> promises) {}
