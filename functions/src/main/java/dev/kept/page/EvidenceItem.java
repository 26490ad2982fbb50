package dev.kept.page;

import java.time.ZonedDateTime;

/**
 * A file that a person added as evidence.
 *
 * @param type the word of its type, such as {@code pdf}
 */
public record EvidenceItem(int number, String type, int bytes, ZonedDateTime added) {}
