package dev.kept.page;

/** Where to complain: the authority and the court (GDPR art. 77, 79). */
public record RemediesItem(String authority, String address, String website, String judicial) {}
