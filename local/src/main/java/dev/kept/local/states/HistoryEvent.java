package dev.kept.local.states;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One event of an execution, named and detailed as Step Functions does it; inputs and outputs are JSON texts. */
public record HistoryEvent(
        long id, long previousEventId, Instant timestamp, String type, Map<String, @Nullable Object> details) {
    /** The field in which GetExecutionHistory puts the details. */
    public String detailsName() {
        if (type.endsWith("StateEntered")) {
            return "stateEnteredEventDetails";
        }
        if (type.endsWith("StateExited")) {
            return "stateExitedEventDetails";
        }
        return type.substring(0, 1).toLowerCase(Locale.ROOT) + type.substring(1) + "EventDetails";
    }
}
