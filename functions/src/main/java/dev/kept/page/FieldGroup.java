package dev.kept.page;

import java.util.List;

/** Fields of one category of data, under its title. */
public record FieldGroup(String title, List<FieldItem> fields) {
    /** Whether one of them is to be corrected. */
    public boolean faulty() {
        return fields.stream().anyMatch(FieldItem::faulty);
    }
}
