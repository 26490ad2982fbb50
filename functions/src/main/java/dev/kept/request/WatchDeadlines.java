package dev.kept.request;

import java.time.Clock;
import java.time.Duration;
import org.apache.logging.log4j.LogManager;

/**
 * The net under the workflows, drawn every hour: counts the requests that are overdue, for the alarm, and starts the
 * workflow of a request whose first start was lost between its being stored and its being started.
 */
public final class WatchDeadlines {
    /** How long a start may take before it counts as lost. */
    private static final Duration STARTED_BY = Duration.ofMinutes(10);

    private final Requests requests;
    private final Workflows workflows;
    private final Clock clock;

    public WatchDeadlines(Requests requests, Workflows workflows, Clock clock) {
        this.requests = requests;
        this.workflows = workflows;
        this.clock = clock;
    }

    /**
     * What was seen.
     *
     * @param open how many requests are open
     * @param overdue how many of them are past their strict date
     */
    record Watched(int open, int overdue) {}

    Watched watch() {
        var now = clock.instant();
        var counts = new int[2];
        requests.forEachOpen(request -> {
            counts[0]++;
            if (!now.isBefore(request.due().strict())) {
                counts[1]++;
            }
            if (request.state() == RequestState.RECEIVED
                    && request.received().plus(STARTED_BY).isBefore(now)) {
                workflows.start(request.id(), request.kind());
            }
        });
        if (counts[1] > 0) {
            // the words that the metric filter of template.yaml looks for
            LogManager.getLogger(WatchDeadlines.class).warn("overdue-requests count={}", counts[1]);
        }
        return new Watched(counts[0], counts[1]);
    }
}
