package dev.kept.mail;

import java.time.ZonedDateTime;

/** The mail that says that an answer was downloaded; nothing of the answer is in it, and no link. */
public record DownloadedMail(String reference, String kind, ZonedDateTime at, int downloads) {}
