package dev.kept.access;

import dev.kept.ledger.Entry;
import dev.kept.ledger.Ledger;
import dev.kept.request.Marks;
import java.time.Clock;
import java.util.Map;

/**
 * Writes down that a system did not answer for as long as was tried, or holds more than a package takes: the answer names
 * it as open, and never hides it.
 */
public final class NoteSilentSystem {
    private final Marks marks;
    private final Ledger ledger;
    private final Clock clock;

    public NoteSilentSystem(Marks marks, Ledger ledger, Clock clock) {
        this.marks = marks;
        this.ledger = ledger;
        this.clock = clock;
    }

    /**
     * @param reason a code
     */
    void note(String requestId, String system, String reason) {
        marks.put(
                requestId,
                SystemMarks.PREFIX + system,
                Map.of("outcome", "unavailable", "found", Map.of(), "reason", reason));
        ledger.append(new Entry(
                requestId + "/silent/" + system,
                clock.instant(),
                "system-silent",
                requestId,
                "kept",
                Map.of("system", system, "reason", reason)));
    }
}
