package dev.kept.page;

import org.jspecify.annotations.Nullable;

/** The link was used, is too old or never was; {@code renewAddress} is where a new one can be asked for by a post. */
public record LinkExpiredView(@Nullable String renewAddress) {}
