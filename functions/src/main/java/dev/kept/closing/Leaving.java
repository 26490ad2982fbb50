package dev.kept.closing;

import dev.kept.clock.ExitMode;
import dev.kept.http.Json;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How a customer leaves.
 *
 * @param effective the day on which the account ends
 * @param chosen when that way was chosen; empty for with the cancellation
 * @param by who cancelled: {@code person}, or the subject of a member of staff
 */
record Leaving(LocalDate effective, ExitMode mode, Optional<LocalDate> chosen, String by) {
    /** The name of the mark. */
    static final String MARK = "closing";
    /** Who cancelled where nobody of the staff did. */
    static final String PERSON = "person";

    /** The same customer, who wants the data erased at once, since that day. */
    Leaving erasing(LocalDate since) {
        return new Leaving(effective, ExitMode.ERASE_NOW, Optional.of(since), by);
    }

    /** The same customer, whose choice does not count, because somebody else on file has said that it must not be done. */
    Leaving undecided() {
        return new Leaving(effective, ExitMode.SILENT, Optional.empty(), by);
    }

    Map<String, Object> tree() {
        var tree = new LinkedHashMap<String, Object>();
        tree.put("effective", effective.toString());
        tree.put("mode", mode.word());
        chosen.ifPresent(day -> tree.put("chosen", day.toString()));
        tree.put("by", by);
        return tree;
    }

    static Leaving of(Map<String, Object> tree) {
        return new Leaving(
                LocalDate.parse(Json.string(tree, "effective")),
                ExitMode.of(Json.string(tree, "mode")),
                Optional.ofNullable(tree.get("chosen")).map(day -> LocalDate.parse(day.toString())),
                Json.string(tree, "by"));
    }
}
