package dev.kept.mail;

import dev.kept.page.Language;

/** Who writes, in which language, and where an answer goes. */
public record Letterhead(Language language, String organisation, String contact) {}
