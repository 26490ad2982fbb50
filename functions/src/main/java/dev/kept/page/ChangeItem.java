package dev.kept.page;

import java.util.List;

/**
 * A field that a correction would change.
 *
 * @param name its name in the policy's forms
 * @param held what the systems hold
 */
public record ChangeItem(String name, String label, List<Held> held, String proposed) {
    /**
     * A value that is held.
     *
     * @param where in which systems, in words
     */
    public record Held(String value, List<String> where) {
        @Override
        public String toString() {
            return "Held[personal]";
        }
    }

    @Override
    public String toString() {
        return "ChangeItem[personal]";
    }
}
