package dev.kept.page;

import java.util.List;

/**
 * What a deletion would do, and the form that asks for it.
 *
 * @param faulty whether what was typed is no identifier
 * @param done whether somebody was looked up
 * @param unanswered the systems that did not say what they hold
 */
public record RehearsalView(boolean faulty, boolean done, List<FoundItem> found, int total, List<String> unanswered) {
    /** The form alone. */
    public static final RehearsalView EMPTY = new RehearsalView(false, false, List.of(), 0, List.of());

    /** The form, to be corrected. */
    public static final RehearsalView FAULTY = new RehearsalView(true, false, List.of(), 0, List.of());
}
