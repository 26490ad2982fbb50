package dev.kept.request;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A file that a person added to a request as evidence: what it is, never what it shows. What it was called is not kept.
 *
 * @param number from 1, within its request
 * @param object where its content is
 */
public record Exhibit(int number, FileType type, int bytes, Instant added, String object) {
    /** As the API tells of it. */
    public Map<String, Object> tree() {
        var tree = new LinkedHashMap<String, Object>();
        tree.put("number", number);
        tree.put("type", type.mediaType());
        tree.put("bytes", bytes);
        tree.put("added", added.toString());
        return tree;
    }

    /** What it is called from now on, such as {@code evidence-1.pdf}. */
    public String name() {
        return "evidence-" + number + "." + type.word();
    }
}
