package dev.kept.request;

import dev.kept.clock.ClockEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Map;
import java.util.function.Supplier;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

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
        open(request, content, followToken, followedUntil, Map.of());
    }

    /**
     * The same, together with marks of its workflow. A request that needs no confirmation is written as confirmed.
     *
     * @param marks by their names
     */
    public void open(
            Request request,
            RequestContent content,
            String followToken,
            Instant followedUntil,
            Map<String, Map<String, Object>> marks) {
        var first = contents().first(request.id(), content);
        var rows = new ArrayList<Map<String, AttributeValue>>();
        rows.add(first.row());
        rows.add(Links.row(request.id(), Links.Purpose.FOLLOW, followToken, followedUntil));
        marks.forEach((name, tree) -> rows.add(Marks.row(request.id(), name, tree)));
        if (request.state() == RequestState.CONFIRMED) {
            rows.add(RequestRows.step(request.id(), request.received(), RequestState.CONFIRMED.word()));
        }
        requests.add(request, rows, first.key());
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
