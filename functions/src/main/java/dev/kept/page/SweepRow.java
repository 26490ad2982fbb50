package dev.kept.page;

import java.time.LocalDate;

/** The sweep of a day, in a list: how much was due, and what became of it. */
public record SweepRow(LocalDate day, String state, int due, int purged, int held, int waiting) {}
