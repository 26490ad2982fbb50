package dev.kept.page;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A form that collects data, drawn from the policy.
 *
 * @param name the form's name in addresses
 * @param statements sentences that the policy owes to people at this form
 * @param minimumAge how people are told from which age on they may use it
 * @param purposes what the data are for, in short
 * @param observed what is noted without being typed
 * @param unknown names of faults that no field of the form has
 */
public record FormView(
        String name,
        String title,
        String introduction,
        List<FieldItem> fields,
        List<ConsentItem> consents,
        List<String> statements,
        @Nullable String minimumAge,
        List<CategoryItem> purposes,
        List<String> observed,
        List<String> unknown) {

    /** The fields to correct, in the order of the form. */
    public List<FieldItem> faults() {
        return fields.stream().filter(FieldItem::faulty).toList();
    }
}
