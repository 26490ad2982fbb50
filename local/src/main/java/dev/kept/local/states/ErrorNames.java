package dev.kept.local.states;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The errors that a retrier or a catcher is for: exact names, or one of the wildcards. */
record ErrorNames(List<String> names) {
    private static final Set<String> RESERVED = Set.of(
            StateFailed.ALL,
            StateFailed.TASK_FAILED,
            StateFailed.TIMEOUT,
            StateFailed.HEARTBEAT_TIMEOUT,
            StateFailed.DATA_LIMIT,
            StateFailed.QUERY,
            "States.Permissions",
            "States.BranchFailed");

    static ErrorNames read(Fields fields, boolean last) {
        var names = new ArrayList<String>();
        if (!(fields.value("ErrorEquals") instanceof List<?> list) || list.isEmpty()) {
            fields.fault("ErrorEquals", "must be an array with at least one error name.");
            return new ErrorNames(names);
        }
        for (var name : list) {
            if (!(name instanceof String text) || text.isEmpty()) {
                fields.fault("ErrorEquals", "must hold error names only.");
            } else if (text.startsWith("States.") && !RESERVED.contains(text)) {
                fields.fault("ErrorEquals", "names " + text + ", which no state here reports; take it out.");
            } else {
                names.add(text);
            }
        }
        if (names.contains(StateFailed.ALL) && (list.size() > 1 || !last)) {
            fields.fault("ErrorEquals", "has States.ALL, which must stand alone and in the last place.");
        }
        return new ErrorNames(names);
    }

    boolean match(StateFailed failed) {
        return names.stream().anyMatch(failed::matches);
    }
}
