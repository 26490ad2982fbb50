package dev.kept.page;

import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;

/**
 * A legal hold in a list.
 *
 * @param categories the titles of what it covers; everything where there is none
 * @param overdue whether the day of its review has come
 */
public record HoldRow(
        String holdId,
        List<String> categories,
        String reason,
        String authority,
        String placedBy,
        ZonedDateTime placedAt,
        LocalDate reviewBy,
        boolean overdue) {}
