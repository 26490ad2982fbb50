package dev.kept.system;

import java.util.List;
import java.util.Map;

/**
 * One record as it goes into an answer.
 *
 * @param category the policy's name of its category
 * @param about where it comes from, since when and until when it is held, where the system knows
 * @param fields its data
 * @param redacted names of fields left out because they are about somebody else (GDPR art. 15(4))
 */
public record Row(String category, Map<String, String> about, Map<String, String> fields, List<String> redacted) {
    @Override
    public String toString() {
        return "Row[" + category + "]";
    }
}
