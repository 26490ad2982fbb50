package dev.kept.page;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One field to fill in; {@code type} is the word of its type, such as {@code long-text}.
 *
 * @param name the name it is posted under, such as {@code fields.email}
 * @param autocomplete what a browser may fill in by itself; absent where nothing fits
 * @param faulty whether what was sent before cannot be accepted
 */
public record FieldItem(
        String name,
        String type,
        boolean required,
        int maxLength,
        String label,
        List<OptionItem> options,
        @Nullable String autocomplete,
        boolean faulty) {

    /** The id of the control, to which labels and the summary of errors point. */
    public String id() {
        return name.replace('.', '-');
    }
}
