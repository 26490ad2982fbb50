package dev.kept.page;

import java.time.ZonedDateTime;

/**
 * A file that a person added as evidence, opened.
 *
 * @param type the word of its type, such as {@code pdf}
 * @param name what a browser calls it when it is saved
 * @param image whether it can be looked at in the page; else it is saved and opened elsewhere
 * @param content the file itself, as an address that holds it; it stands on the page once, or the answer would be too large
 */
public record EvidenceFileView(
        String requestId,
        int number,
        String type,
        int bytes,
        ZonedDateTime added,
        String name,
        boolean image,
        String content) {

    @Override
    public String toString() {
        return "EvidenceFileView[" + requestId + "]";
    }
}
