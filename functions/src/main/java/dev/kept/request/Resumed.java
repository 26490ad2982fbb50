package dev.kept.request;

import java.time.Instant;

/**
 * That a request which had failed goes on, on a word of staff.
 *
 * @param times how often by now, counted from 1
 * @param round of deciding with which it goes on, in which nobody had decided
 * @param at since when
 */
public record Resumed(int times, int round, Instant at) {}
