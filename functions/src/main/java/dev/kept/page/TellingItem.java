package dev.kept.page;

import java.time.ZonedDateTime;

/** How far the telling of a recipient is; {@code by} is the word of the channel. */
public record TellingItem(String name, String state, String by, ZonedDateTime at) {}
