package dev.kept.page;

/** A country outside the EEA and what protects data there. */
public record TransferItem(String country, String safeguard) {}
