package dev.kept.page;

/** One answer that a field of a closed list accepts. */
public record OptionItem(String value, String label) {}
