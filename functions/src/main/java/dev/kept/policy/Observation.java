package dev.kept.policy;

/** What may be noted along with a form without being typed, such as the address of the network. */
public record Observation(String name, String category, Text label) {}
