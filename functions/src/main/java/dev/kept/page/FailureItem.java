package dev.kept.page;

import org.jspecify.annotations.Nullable;

/**
 * That a request has failed.
 *
 * @param error the name of the error; absent where it was not written down
 * @param forgotten whether what the person typed is gone, so that nothing can be resumed
 * @param mayResume whether the reader may resume it
 */
public record FailureItem(@Nullable String error, boolean forgotten, boolean mayResume) {}
