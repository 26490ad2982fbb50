package dev.kept.page;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The last sweeps and what is due when.
 *
 * @param calendar absent before it has been counted
 */
public record SweepsView(List<SweepRow> sweeps, @Nullable CalendarView calendar) {}
