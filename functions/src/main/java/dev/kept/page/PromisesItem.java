package dev.kept.page;

import java.time.Duration;
import java.time.Period;
import org.jspecify.annotations.Nullable;

/** How long each thing may take by the policy's own word; absent where it says nothing. */
public record PromisesItem(
        @Nullable Period answer, Period extension, Period purge, Duration breach, Period download, int downloads) {}
