package dev.kept.policy;

/** How many requests are carried through per hour before further ones have to wait. */
public record RateLimits(int perIdentifier, int perSender) {}
