package dev.kept.page;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The tasks that wait, earliest due first; {@code next} is the address of the following page. */
public record TasksView(List<TaskRow> tasks, @Nullable String next) {}
