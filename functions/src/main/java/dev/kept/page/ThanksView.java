package dev.kept.page;

import java.util.List;

/** The page after a form was sent: what was collected, by label, and where the notice stands. */
public record ThanksView(String form, String title, List<String> collected) {}
