package dev.kept.person;

import java.time.Instant;
import java.util.Optional;

/**
 * That a person's records are kept and used for nothing else.
 *
 * @param requestId on account of which request
 * @param reason the code of why
 * @param since since when, where that was noted
 */
public record Restriction(String requestId, String reason, Optional<Instant> since) {}
