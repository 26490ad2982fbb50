package dev.kept.access;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Checks that every field of the information of article 15 is there and is specific: no empty text and no open end such
 * as "etc.", behind which anything could stand. An answer that fails is not sent.
 */
final class Specific {
    /** What has to be said whatever was found. */
    private static final List<String> ALWAYS =
            List.of("confirmation", "rights", "complaint", "automatedDecisions", "redactions", "open", "transfers");
    /** What has to be said of the data, where there are any. */
    private static final List<String> OF_DATA = List.of("purposes", "categories", "recipients", "storage", "sources");
    /** Lists that may truly be empty. */
    private static final List<String> MAY_BE_EMPTY = List.of("redactions", "open", "transfers");

    private static final Pattern OPEN_END =
            Pattern.compile("\\betc\\b|\\.\\.\\.|…|\\bnotamment\\b.*\\bautres?\\b", Pattern.CASE_INSENSITIVE);

    private Specific() {}

    static Map<String, Object> checked(Map<String, Object> information, boolean anyData) {
        var faults = new ArrayList<String>();
        ALWAYS.forEach(field -> check(field, information.get(field), faults));
        if (anyData) {
            OF_DATA.forEach(field -> check(field, information.get(field), faults));
        }
        if (!faults.isEmpty()) {
            throw new IncompleteAnswer(faults);
        }
        return information;
    }

    private static void check(String field, @Nullable Object value, List<String> faults) {
        if (value instanceof Collection<?> list) {
            if (list.isEmpty() && !MAY_BE_EMPTY.contains(field)) {
                faults.add(field);
            }
            list.forEach(member -> checkInside(field, member, faults));
        } else {
            checkInside(field, value, faults);
        }
    }

    private static void checkInside(String field, @Nullable Object value, List<String> faults) {
        if (value instanceof Map<?, ?> object) {
            object.forEach((name, member) -> checkInside(field + "." + name, member, faults));
        } else if (value instanceof Collection<?> list) {
            list.forEach(member -> checkInside(field, member, faults));
        } else if (value == null
                || (value instanceof String text
                        && (text.isBlank() || OPEN_END.matcher(text).find()))) {
            faults.add(field);
        }
    }

    /** The answer would leave something out that the law wants said; names the fields and no content. */
    public static final class IncompleteAnswer extends RuntimeException {
        IncompleteAnswer(List<String> fields) {
            super("the answer lacks, or leaves vague: "
                    + String.join(", ", fields.stream().distinct().toList()));
        }
    }
}
