package dev.kept.request;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.apache.logging.log4j.LogManager;

/**
 * The net under the workflows, drawn every hour: counts the requests that are overdue, for the alarm, and starts the
 * workflow of a request whose start was lost after it was stored, or resumed.
 */
public final class WatchDeadlines {
    /** How long a start may take before it counts as lost. */
    private static final Duration STARTED_BY = Duration.ofMinutes(10);
    /** Where requests are whose workflow begins: new ones, and those that were resumed after they had been confirmed. */
    private static final Set<RequestState> STARTING = EnumSet.of(RequestState.RECEIVED, RequestState.CONFIRMED);

    private final Requests requests;
    private final Workflows workflows;

    public WatchDeadlines(Requests requests, Workflows workflows) {
        this.requests = requests;
        this.workflows = workflows;
    }

    /**
     * What was seen.
     *
     * @param open how many requests are open
     * @param overdue how many of them are past their strict date
     */
    record Watched(int open, int overdue) {}

    /** @param now the moment for which the schedule fired, which may have been missed and be made up for */
    Watched watch(Instant now) {
        requests.unstarted(now.minus(STARTED_BY)).stream()
                // the index may be a moment behind
                .filter(request -> STARTING.contains(request.state()))
                .forEach(workflows::start);
        var dues = requests.openDues().toList();
        var overdue = (int) dues.stream().filter(due -> !now.isBefore(due)).count();
        if (overdue > 0) {
            // the words that the metric filter of template.yaml looks for
            LogManager.getLogger(WatchDeadlines.class).error("overdue-requests count={}", overdue);
        }
        return new Watched(dues.size(), overdue);
    }
}
