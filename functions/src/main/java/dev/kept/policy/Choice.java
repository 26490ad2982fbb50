package dev.kept.policy;

/** One answer that a field of type choice accepts. */
public record Choice(String value, Text label) {}
