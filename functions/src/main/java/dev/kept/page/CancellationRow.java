package dev.kept.page;

import java.time.LocalDate;
import java.util.List;

/**
 * An account that ends, in a list.
 *
 * @param left in how many days everything has to be gone; below none it is late
 * @param steps how its days came about
 * @param waits codes of what the purge waits for
 */
public record CancellationRow(
        String requestId,
        boolean confirmed,
        LocalDate effective,
        LocalDate purge,
        LocalDate last,
        long left,
        List<String> steps,
        List<String> waits) {}
