package dev.kept.page;

/**
 * A part of a plan that can be refused although the rest is approved.
 *
 * @param impossible whether it has to be, since it would lead to somebody else
 */
public record PartItem(String name, String label, boolean impossible) {}
