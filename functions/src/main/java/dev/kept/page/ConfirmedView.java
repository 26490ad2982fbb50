package dev.kept.page;

/** After the confirmation. */
public record ConfirmedView(String reference) {}
