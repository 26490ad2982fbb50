package dev.kept.page;

/** What was left out of a copy, and why (GDPR art. 15(4)). */
public record RedactionItem(String what, String reason) {}
