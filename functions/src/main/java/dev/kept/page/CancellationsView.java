package dev.kept.page;

import java.util.List;

/**
 * The accounts that end, and the form that ends one.
 *
 * @param may whether the reader may end accounts and take them up again
 */
public record CancellationsView(List<CancellationRow> rows, boolean may) {}
