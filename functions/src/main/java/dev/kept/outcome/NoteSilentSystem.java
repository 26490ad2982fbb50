package dev.kept.outcome;

import dev.kept.ledger.Entry;
import dev.kept.ledger.Ledger;
import dev.kept.ledger.Outcome;
import dev.kept.ledger.SystemOutcome;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Writes down that a system did not answer for as long as was tried, or holds more than a package takes: the answer names
 * it as open, and never hides it.
 */
public final class NoteSilentSystem {
    private final SystemMarks marks;
    private final Ledger ledger;
    private final Clock clock;

    public NoteSilentSystem(SystemMarks marks, Ledger ledger, Clock clock) {
        this.marks = marks;
        this.ledger = ledger;
        this.clock = clock;
    }

    /**
     * @param reason a code
     */
    void note(String requestId, String system, String reason) {
        var silent = new SystemOutcome(
                system, Outcome.UNAVAILABLE, Map.of(), Map.of(), Optional.of(reason), Optional.empty());
        // what was done there before it fell silent stays as it is
        var done = marks.of(requestId, system).stream()
                .filter(line -> line.outcome() != Outcome.UNAVAILABLE)
                .toList();
        marks.put(
                requestId,
                system,
                Stream.concat(done.stream(), Stream.of(silent)).toList());
        ledger.append(new Entry(
                requestId + "/silent/" + system,
                clock.instant(),
                "system-silent",
                requestId,
                "kept",
                Map.of("system", system, "reason", reason)));
    }
}
