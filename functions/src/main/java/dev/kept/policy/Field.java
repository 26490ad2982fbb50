package dev.kept.policy;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One field of a form: what is asked, under which category it is kept, and whether it finds the person again.
 *
 * @param selfService whether the person changes it herself, without anybody deciding
 */
public record Field(
        String name,
        FieldType type,
        boolean required,
        String category,
        int maxLength,
        Text label,
        @Nullable IdentifierType identifier,
        List<Choice> choices,
        @Nullable String autocomplete,
        boolean selfService) {
    /** Whether what is typed is held about the person, and not only in the file of what she asks for. */
    public boolean isHeld() {
        return !category.equals(Consistency.REQUESTS);
    }
}
