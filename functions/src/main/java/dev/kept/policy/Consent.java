package dev.kept.policy;

import java.util.List;

/** A box that a person may tick and untick: it starts unticked, so there is nothing here to say otherwise. */
public record Consent(String name, Text label, Text purpose, String category, List<String> promises) {}
