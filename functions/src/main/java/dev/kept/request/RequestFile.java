package dev.kept.request;

import dev.kept.clock.ClockEvent;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;

/** Everything that is kept about one request: its row and steps, what was typed, its links, its clock. */
public final class RequestFile {
    private final Requests requests;
    private final Supplier<Contents> contents;
    private final Links links;
    private final RequestClock clock;

    /**
     * Puts the file together.
     *
     * @param contents asked only when something that was typed is sealed or opened, which most functions never do
     */
    public RequestFile(Requests requests, Supplier<Contents> contents, Links links, RequestClock clock) {
        this.requests = requests;
        this.contents = contents;
        this.links = links;
        this.clock = clock;
    }

    public Requests requests() {
        return requests;
    }

    public Contents contents() {
        return contents.get();
    }

    public Links links() {
        return links;
    }

    public RequestClock clock() {
        return clock;
    }

    /** Opens the file of a new request: all of it is written, its key as well, or none. */
    void open(Request request, RequestContent content, String followToken, Instant followedUntil) {
        var first = contents().first(request.id(), content);
        requests.add(
                request,
                List.of(first.row(), Links.row(request.id(), Links.Purpose.FOLLOW, followToken, followedUntil)),
                first.key());
    }

    /**
     * Adds an event to the request's clock and moves its deadline accordingly; the same event twice is once.
     *
     * @return the request as it stands then
     */
    public Request happened(String requestId, ClockEvent event) {
        while (true) {
            var before = requests.get(requestId);
            if (before.events().contains(event)) {
                return before;
            }
            if (requests.happened(before, event, clock.dueAfter(before, event))) {
                return requests.get(requestId);
            }
        }
    }
}
