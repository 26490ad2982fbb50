package dev.kept.page;

import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A deadline and how it came about.
 *
 * @param strict the last day that alarms run on
 * @param outer the last day by the law's last reading
 * @param steps the computation, one line each
 * @param suspended since when the clock stands still, where it does
 */
public record DeadlineItem(
        LocalDate strict,
        LocalDate outer,
        @Nullable LocalDate extendedTo,
        int usedPercent,
        String ruleSet,
        String calendar,
        List<String> steps,
        @Nullable ZonedDateTime suspended) {}
