package dev.kept.page;

import org.jspecify.annotations.Nullable;

/** Who answers for the data, and where to write to. */
public record ControllerItem(String name, @Nullable String address, String contact) {}
