package dev.kept.request;

import static dev.kept.items.Items.find;
import static dev.kept.items.Items.instant;
import static dev.kept.items.Items.n;
import static dev.kept.items.Items.number;
import static dev.kept.items.Items.s;
import static dev.kept.items.Items.text;

import dev.kept.clock.ClockEvent;
import dev.kept.http.Json;
import dev.kept.policy.RequestKind;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** How requests and their steps are written into items of the table Requests, and read from them. */
final class RequestRows {
    /** S: the name of the error for which the request has failed. */
    static final String FAILURE = "failure";
    /** N: how often it was resumed; absent for never. */
    static final String RESUMED = "resumed";
    /** N: the round of deciding with which it was resumed. */
    static final String ROUND = "round";
    /** S: when it was resumed. */
    static final String RESUMED_AT = "resumedAt";

    private RequestRows() {}

    static Map<String, AttributeValue> key(String requestId) {
        return Map.of("requestId", s(requestId), "item", s("request"));
    }

    /** A step's key is its moment and its word, so the same step at the same moment is one. */
    static Map<String, AttributeValue> step(String requestId, Instant at, String step) {
        return Map.of("requestId", s(requestId), "item", s("step#" + at + "#" + step), "at", s(at), "step", s(step));
    }

    static Map<String, AttributeValue> row(Request request) {
        var row = new HashMap<>(key(request.id()));
        row.put("kind", s(request.kind().name()));
        row.put("state", s(request.state().word()));
        row.put("received", s(request.received()));
        row.put("language", s(request.language()));
        row.put("policy", s(request.policy()));
        row.put("open", s("open"));
        row.put("unstarted", s("unstarted"));
        row.put("strictDue", s(request.due().strict()));
        row.put("due", s(written(request.due())));
        row.put("events", s(written(request.events())));
        row.put("eventCount", n(request.events().size()));
        request.mailAfter().ifPresent(moment -> row.put("mailAfter", s(moment)));
        return row;
    }

    static Request read(Map<String, AttributeValue> row) {
        return new Request(
                text(row, "requestId"),
                RequestKind.valueOf(text(row, "kind")),
                RequestState.of(text(row, "state")),
                instant(row, "received"),
                text(row, "language"),
                text(row, "policy"),
                due(Json.object(text(row, "due"))),
                events(Json.list(Json.object(text(row, "events")), "events")),
                find(row, "personId"),
                find(row, "mailAfter").map(Instant::parse),
                find(row, RESUMED_AT)
                        .map(at ->
                                new Resumed((int) number(row, RESUMED), (int) number(row, ROUND), Instant.parse(at))),
                find(row, FAILURE));
    }

    static String written(RequestDue due) {
        var tree = new LinkedHashMap<String, Object>();
        tree.put("strictDate", due.strictDate().toString());
        tree.put("strict", due.strict().toString());
        tree.put("outerDate", due.outerDate().toString());
        tree.put("outer", due.outer().toString());
        due.extendedTo().ifPresent(date -> tree.put("extendedTo", date.toString()));
        return Json.text(tree);
    }

    static String written(List<ClockEvent> events) {
        return Json.text(Map.of("events", events.stream().map(ClockEvent::toMap).toList()));
    }

    private static RequestDue due(Map<String, Object> tree) {
        return new RequestDue(
                LocalDate.parse(String.valueOf(tree.get("strictDate"))),
                Instant.parse(String.valueOf(tree.get("strict"))),
                LocalDate.parse(String.valueOf(tree.get("outerDate"))),
                Instant.parse(String.valueOf(tree.get("outer"))),
                Optional.ofNullable(tree.get("extendedTo")).map(date -> LocalDate.parse(date.toString())));
    }

    private static List<ClockEvent> events(List<Object> list) {
        return list.stream().map(one -> ClockEvent.of((Map<?, ?>) one)).toList();
    }
}
