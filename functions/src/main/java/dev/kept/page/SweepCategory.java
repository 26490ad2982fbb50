package dev.kept.page;

import java.util.List;

/**
 * What was due of one category, and what became of it.
 *
 * @param category its name, with its system's where it is another's
 * @param held why how many were held back
 * @param waiting how many wait for an approval
 */
public record SweepCategory(String category, String title, int due, int purged, List<CountRow> held, int waiting) {}
