package dev.kept.recipient;

import dev.kept.ledger.Entry;
import dev.kept.ledger.Ledger;
import dev.kept.request.Marks;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** One line per recipient that a request concerns, as marks of the request: how far its telling is, and by whom. */
public final class RecipientLines {
    private static final String PREFIX = "recipient#";

    private final Marks marks;
    private final Ledger ledger;
    private final Clock clock;

    public RecipientLines(Marks marks, Ledger ledger, Clock clock) {
        this.marks = marks;
        this.ledger = ledger;
        this.clock = clock;
    }

    /**
     * How far the telling of a recipient is.
     *
     * @param by the channel: {@code contact}, {@code system} or {@code staff}
     */
    public record Line(String recipient, Telling state, String by, Instant at) {
        /** Whether there is nothing more to be done. */
        public boolean isDone() {
            return state != Telling.PENDING;
        }
    }

    public List<Line> of(String requestId) {
        return marks.all(requestId, PREFIX).entrySet().stream()
                .map(entry -> line(entry.getKey(), entry.getValue()))
                .toList();
    }

    Optional<Line> find(String requestId, String recipient) {
        return marks.find(requestId, PREFIX + recipient).map(mark -> line(recipient, mark));
    }

    void put(String requestId, String recipient, Telling state, String by) {
        marks.put(
                requestId,
                PREFIX + recipient,
                Map.of("state", state.word(), "by", by, "at", clock.instant().toString()));
        ledger.append(new Entry(
                requestId + "/recipient-" + state.word() + "/" + recipient,
                clock.instant(),
                "recipient-" + state.word(),
                requestId,
                "kept",
                Map.of("recipient", recipient, "by", by)));
    }

    private static Line line(String recipient, Map<String, Object> mark) {
        return new Line(
                recipient,
                Telling.valueOf(String.valueOf(mark.get("state")).toUpperCase(Locale.ROOT)),
                String.valueOf(mark.get("by")),
                Instant.parse(String.valueOf(mark.get("at"))));
    }
}
