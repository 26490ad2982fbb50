package dev.kept.page;

import java.time.ZonedDateTime;

/** Something that happened to a request, and by whom; {@code what} is a word, {@code who} a role or a name. */
public record EventItem(ZonedDateTime at, String what, String who) {}
