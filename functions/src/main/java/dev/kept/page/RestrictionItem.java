package dev.kept.page;

import java.time.ZonedDateTime;
import org.jspecify.annotations.Nullable;

/**
 * Why a person's records may be used for nothing else.
 *
 * @param requestId on account of which request
 * @param reason the code of why
 * @param mayLift whether the reader may end it
 */
public record RestrictionItem(
        String requestId, String reason, @Nullable ZonedDateTime since, boolean mayLift) {}
