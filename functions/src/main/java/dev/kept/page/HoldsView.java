package dev.kept.page;

import java.util.List;

/**
 * The legal holds in force, and the form that places one.
 *
 * @param categories what a hold may cover
 * @param may whether the reader may place and release
 */
public record HoldsView(List<HoldRow> holds, List<OptionItem> categories, boolean may) {}
