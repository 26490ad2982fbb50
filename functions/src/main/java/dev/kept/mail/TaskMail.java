package dev.kept.mail;

import java.time.ZonedDateTime;

/** A mail to staff about a task: ids and dates only. */
public record TaskMail(String taskId, String task, String requestId, String kind, ZonedDateTime due, String link) {}
