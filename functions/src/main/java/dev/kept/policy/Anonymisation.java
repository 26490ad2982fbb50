package dev.kept.policy;

import java.util.List;

/**
 * What is left of a category when a person's records of it go: how many people there were, by traits with few values. It holds
 * no free text, no date and no rare value, and a group is named and counted only by the batch, so that nobody is singled out,
 * linked or inferred (GDPR recital 26; opinion WP216).
 *
 * @param people how many people a batch has: a count changes by that many at once or not at all
 * @param by the traits that make the groups
 */
public record Anonymisation(int people, List<Trait> by) {
    /** The least size of a batch: the one below which statistics about people are kept secret in France (INSEE). */
    static final int FEWEST_PEOPLE = 11;

    /** The most groups that a category may make. */
    static final int MOST_GROUPS = 90;

    /** What a trait counts as when it has none of its values. */
    public static final String OTHER = "other";

    /**
     * A field or attribute of the category's records.
     *
     * @param values those that are counted by themselves
     */
    public record Trait(String name, List<String> values) {
        /** The value as it is counted. */
        public String grouped(String value) {
            return values.contains(value) ? value : OTHER;
        }
    }

    /** How many groups there can be. */
    long groups() {
        return by.stream()
                .mapToLong(trait -> trait.values().size() + 1L)
                .reduce(1, (one, other) -> Math.min(one * other, Integer.MAX_VALUE));
    }
}
