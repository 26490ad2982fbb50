package dev.kept.page;

/**
 * A group of people whose records were anonymised.
 *
 * @param traits what they have in common, such as {@code channel: email}
 * @param people how many there were, by whole batches
 */
public record StatisticRow(String category, String system, int year, String traits, long people) {}
