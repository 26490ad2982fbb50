package dev.kept.page;

import java.util.List;

/**
 * What somebody has to do by hand.
 *
 * @param fields the labels of the fields to correct, none where it is about something else
 * @param tells whether what was found has to be said, because it goes into the answer
 */
public record HandItem(
        String system, String instructions, List<Category> categories, List<String> fields, boolean tells) {
    /** A category of which records may be there. */
    public record Category(String name, String title) {}
}
