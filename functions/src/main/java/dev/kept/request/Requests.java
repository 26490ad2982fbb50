package dev.kept.request;

import static dev.kept.items.Items.instant;
import static dev.kept.items.Items.n;
import static dev.kept.items.Items.s;
import static dev.kept.items.Items.text;

import dev.kept.clock.ClockEvent;
import dev.kept.http.ProblemFound;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.Update;

/** The table Requests: each request's row and its steps. */
public final class Requests {
    /** The index of open requests, the earliest strict due first. */
    private static final String BY_STRICT_DUE = "ByStrictDue";
    /** The index of requests whose workflow was not yet seen to run, the oldest first; next to nothing is in it. */
    private static final String BY_START = "ByStart";

    /** S: since when what cannot be taken back is under way. */
    private static final String BEGUN = "begun";
    /** S: when somebody else on file first said that the request must not be carried out. */
    private static final String CONTESTED = "contested";
    /** S: since when the person of a request that was open then is erased. */
    private static final String ORPHANED = "orphaned";

    private final DynamoDbClient table;
    private final String tableName;
    private final Clock clock;

    public Requests(DynamoDbClient table, String tableName, Clock clock) {
        this.table = table;
        this.tableName = tableName;
        this.clock = clock;
    }

    /** Writes a new request with everything that belongs to it, in this table and in that of its key, or nothing. */
    void add(Request request, List<Map<String, AttributeValue>> belongings, TransactWriteItem key) {
        var rows = new ArrayList<>(belongings);
        rows.add(RequestRows.row(request));
        rows.add(RequestRows.step(request.id(), request.received(), "received"));
        var writes = Stream.concat(
                        Stream.of(key),
                        rows.stream()
                                .map(row -> TransactWriteItem.builder()
                                        .put(Put.builder()
                                                .tableName(tableName)
                                                .item(row)
                                                .conditionExpression("attribute_not_exists(requestId)")
                                                .build())
                                        .build()))
                .toList();
        table.transactWriteItems(write -> write.transactItems(writes));
    }

    public Optional<Request> find(String requestId) {
        var row = table.getItem(
                get -> get.tableName(tableName).key(RequestRows.key(requestId)).consistentRead(true));
        return row.hasItem() ? Optional.of(RequestRows.read(row.item())) : Optional.empty();
    }

    /** The request that a workflow is about, which is there. */
    public Request get(String requestId) {
        return find(requestId).orElseThrow(() -> new RequestNotFound(requestId));
    }

    /** The request that a caller named; absent and not the caller's look the same. */
    public Request require(String requestId) {
        return find(requestId).orElseThrow(ProblemFound::notFound);
    }

    /**
     * Moves a request on and notes the step, both or neither.
     *
     * @return false when it does not stand where it could come from
     */
    public boolean move(String requestId, RequestState to) {
        return move(requestId, to, "", "", Map.of());
    }

    /**
     * Moves a request to where it has failed, unless it was resumed since.
     *
     * @param times how often it had been resumed when that happened
     * @param error the name of the error
     * @return false when it is closed already, or goes on
     */
    boolean fail(String requestId, int times, String error) {
        return move(
                requestId,
                RequestState.FAILED,
                ", " + RequestRows.FAILURE + " = :failure",
                " AND " + resumed(times),
                times == 0 ? Map.of(":failure", s(error)) : Map.of(":failure", s(error), ":times", n(times)));
    }

    /** The condition that a request was resumed so often, which it gives as {@code :times} where it was. */
    private static String resumed(int times) {
        return times == 0 ? "attribute_not_exists(" + RequestRows.RESUMED + ")" : RequestRows.RESUMED + " = :times";
    }

    private boolean move(
            String requestId, RequestState to, String also, String provided, Map<String, AttributeValue> more) {
        var values = new HashMap<>(more);
        values.put(":to", s(to.word()));
        to.from().forEach(state -> values.put(":" + state.name(), s(state.word())));
        var allowed = to.from().stream().map(state -> ":" + state.name()).collect(Collectors.joining(", "));
        var update = Update.builder()
                .tableName(tableName)
                .key(RequestRows.key(requestId))
                .updateExpression("SET #state = :to" + also + " REMOVE unstarted" + (to.isOpen() ? "" : ", #open"))
                .conditionExpression("#state IN (" + allowed + ")"
                        + (to == RequestState.WITHDRAWN ? " AND attribute_not_exists(" + BEGUN + ")" : "")
                        + provided)
                .expressionAttributeNames(
                        to.isOpen() ? Map.of("#state", "state") : Map.of("#state", "state", "#open", "open"))
                .expressionAttributeValues(values)
                .build();
        try {
            var step = RequestRows.step(requestId, clock.instant(), to.word());
            table.transactWriteItems(write -> write.transactItems(
                    TransactWriteItem.builder().update(update).build(),
                    TransactWriteItem.builder()
                            .put(Put.builder().tableName(tableName).item(step).build())
                            .build()));
            return true;
        } catch (TransactionCanceledException cancelled) {
            if ("ConditionalCheckFailed"
                    .equals(cancelled.cancellationReasons().get(0).code())) {
                return false;
            }
            throw cancelled;
        }
    }

    /**
     * Notes that somebody else on file says that the request must not be carried out.
     *
     * @return false when it is closed, or what cannot be taken back has begun
     */
    public boolean contest(String requestId) {
        try {
            table.updateItem(update -> update.tableName(tableName)
                    .key(RequestRows.key(requestId))
                    .updateExpression("SET " + CONTESTED + " = if_not_exists(" + CONTESTED + ", :now)")
                    .conditionExpression("attribute_exists(#open) AND attribute_not_exists(" + BEGUN + ")")
                    .expressionAttributeNames(Map.of("#open", "open"))
                    .expressionAttributeValues(Map.of(":now", s(clock.instant()))));
            return true;
        } catch (ConditionalCheckFailedException late) {
            return false;
        }
    }

    /** Whether somebody else on file says that the request must not be carried out. */
    public boolean isContested(String requestId) {
        return table.getItem(get ->
                        get.tableName(tableName).key(RequestRows.key(requestId)).consistentRead(true))
                .item()
                .containsKey(CONTESTED);
    }

    /**
     * Notes that what cannot be taken back begins; from then on the request can be neither withdrawn nor contested. Twice
     * is once.
     *
     * @param contested whether those who approved knew that it was contested
     * @return false when the request is no longer being carried out, or has been contested since
     */
    public boolean begin(String requestId, boolean contested) {
        try {
            table.updateItem(update -> update.tableName(tableName)
                    .key(RequestRows.key(requestId))
                    .updateExpression("SET " + BEGUN + " = if_not_exists(" + BEGUN + ", :now)")
                    .conditionExpression(
                            "#state = :carrying" + (contested ? "" : " AND attribute_not_exists(" + CONTESTED + ")"))
                    .expressionAttributeNames(Map.of("#state", "state"))
                    .expressionAttributeValues(
                            Map.of(":now", s(clock.instant()), ":carrying", s(RequestState.CARRYING_OUT.word()))));
            return true;
        } catch (ConditionalCheckFailedException elsewhere) {
            return false;
        }
    }

    /**
     * What takes a request that has failed up again, to be written together with the entry in the ledger: it is open as it
     * was, and its workflow is to be started from its beginning.
     *
     * @param confirmed whether the person had confirmed it
     */
    public List<TransactWriteItem> resumption(Request failed, boolean confirmed, Resumed run) {
        var values = new HashMap<String, AttributeValue>();
        values.put(":to", s((confirmed ? RequestState.CONFIRMED : RequestState.RECEIVED).word()));
        values.put(":failed", s(RequestState.FAILED.word()));
        values.put(":open", s("open"));
        values.put(":unstarted", s("unstarted"));
        values.put(":run", n(run.times()));
        values.put(":round", n(run.round()));
        values.put(":at", s(run.at()));
        if (failed.times() > 0) {
            values.put(":times", n(failed.times()));
        }
        var update = Update.builder()
                .tableName(tableName)
                .key(RequestRows.key(failed.id()))
                .updateExpression("SET #state = :to, #open = :open, unstarted = :unstarted, " + RequestRows.RESUMED
                        + " = :run, #round = :round, " + RequestRows.RESUMED_AT + " = :at REMOVE "
                        + RequestRows.FAILURE)
                .conditionExpression("#state = :failed AND " + resumed(failed.times()))
                .expressionAttributeNames(Map.of("#state", "state", "#open", "open", "#round", RequestRows.ROUND))
                .expressionAttributeValues(values)
                .build();
        var step = RequestRows.step(failed.id(), run.at(), "resumed");
        return List.of(
                TransactWriteItem.builder().update(update).build(),
                TransactWriteItem.builder()
                        .put(Put.builder().tableName(tableName).item(step).build())
                        .build());
    }

    /** Whether what the person typed is gone, and with it whatever could be done for her; opens nothing. */
    public boolean isForgotten(String requestId) {
        return !table.getItem(get -> get.tableName(tableName)
                        .key(Map.of("requestId", s(requestId), "item", s(Contents.TYPED)))
                        .consistentRead(true))
                .hasItem();
    }

    /** Gives a request whose approval has become void back to those who decide; nothing happens to any other. */
    public void decideAgain(String requestId) {
        try {
            table.updateItem(update -> update.tableName(tableName)
                    .key(RequestRows.key(requestId))
                    .updateExpression("SET #state = :deciding")
                    .conditionExpression("#state = :carrying")
                    .expressionAttributeNames(Map.of("#state", "state"))
                    .expressionAttributeValues(Map.of(
                            ":deciding", s(RequestState.DECIDING.word()),
                            ":carrying", s(RequestState.CARRYING_OUT.word()))));
            note(requestId, "decided-again");
        } catch (ConditionalCheckFailedException elsewhere) {
            // it is decided already, or closed
        }
    }

    /** Notes a step that moves nothing, such as a mail that went out. */
    public void note(String requestId, String step) {
        table.putItem(put -> put.tableName(tableName).item(RequestRows.step(requestId, clock.instant(), step)));
    }

    public List<RequestStep> steps(String requestId) {
        return table
                .queryPaginator(query -> query.tableName(tableName)
                        .keyConditionExpression("requestId = :id AND begins_with(#item, :step)")
                        .expressionAttributeNames(Map.of("#item", "item"))
                        .expressionAttributeValues(Map.of(":id", s(requestId), ":step", s("step#")))
                        .consistentRead(true))
                .items()
                .stream()
                .map(row -> new RequestStep(instant(row, "at"), text(row, "step")))
                .toList();
    }

    /** Says whose request it is. */
    public void belongsTo(String requestId, String personId) {
        table.updateItem(update -> update.tableName(tableName)
                .key(RequestRows.key(requestId))
                .updateExpression("SET personId = :person")
                .expressionAttributeValues(Map.of(":person", s(personId))));
    }

    /**
     * Notes that the person of a request has been erased while it was open; twice is once. Whoever notes it looks at the
     * state afterwards, and whoever closes the request looks for the note afterwards: one of them sees the other.
     */
    public void orphan(String requestId) {
        table.updateItem(update -> update.tableName(tableName)
                .key(RequestRows.key(requestId))
                .updateExpression("SET " + ORPHANED + " = if_not_exists(" + ORPHANED + ", :now)")
                .conditionExpression("attribute_exists(requestId)")
                .expressionAttributeValues(Map.of(":now", s(clock.instant()))));
    }

    /** Whether the person of a request has been erased while it was open. */
    boolean isOrphaned(String requestId) {
        return table.getItem(get ->
                        get.tableName(tableName).key(RequestRows.key(requestId)).consistentRead(true))
                .item()
                .containsKey(ORPHANED);
    }

    /**
     * Adds an event to the request's clock together with the deadline that follows from it.
     *
     * @return false when another event came in between: read again and decide anew
     */
    public boolean happened(Request before, ClockEvent event, RequestDue due) {
        var events = new ArrayList<>(before.events());
        events.add(event);
        try {
            table.updateItem(update -> update.tableName(tableName)
                    .key(RequestRows.key(before.id()))
                    .updateExpression("SET #events = :events, #count = :count, strictDue = :strict, due = :due")
                    .conditionExpression("#count = :known")
                    .expressionAttributeNames(Map.of("#events", "events", "#count", "eventCount"))
                    .expressionAttributeValues(Map.of(
                            ":events", s(RequestRows.written(events)),
                            ":count", n(events.size()),
                            ":known", n(before.events().size()),
                            ":strict", s(due.strict()),
                            ":due", s(RequestRows.written(due)))));
            return true;
        } catch (ConditionalCheckFailedException another) {
            return false;
        }
    }

    /**
     * Gives a request another date.
     *
     * @return false when it is closed, or what cannot be taken back has begun
     */
    public boolean reschedule(String requestId, RequestDue due) {
        try {
            table.updateItem(update -> update.tableName(tableName)
                    .key(RequestRows.key(requestId))
                    .updateExpression("SET strictDue = :strict, due = :due")
                    .conditionExpression("attribute_exists(#open) AND attribute_not_exists(" + BEGUN + ")")
                    .expressionAttributeNames(Map.of("#open", "open"))
                    .expressionAttributeValues(
                            Map.of(":strict", s(due.strict()), ":due", s(RequestRows.written(due)))));
            return true;
        } catch (ConditionalCheckFailedException late) {
            return false;
        }
    }

    /** Whether what cannot be taken back has begun. */
    public boolean hasBegun(String requestId) {
        return table.getItem(get ->
                        get.tableName(tableName).key(RequestRows.key(requestId)).consistentRead(true))
                .item()
                .containsKey(BEGUN);
    }

    /** Notes that the workflow of a request runs. */
    void started(String requestId) {
        table.updateItem(update -> update.tableName(tableName)
                .key(RequestRows.key(requestId))
                .updateExpression("REMOVE unstarted")
                .conditionExpression("attribute_exists(requestId)"));
    }

    /** The strict date of every open request, the earliest first; told by the index alone. */
    Stream<Instant> openDues() {
        return table
                .queryPaginator(query -> query.tableName(tableName)
                        .indexName(BY_STRICT_DUE)
                        .keyConditionExpression("#open = :open")
                        .expressionAttributeNames(Map.of("#open", "open"))
                        .expressionAttributeValues(Map.of(":open", s("open"))))
                .items()
                .stream()
                .map(row -> instant(row, "strictDue"));
    }

    /** The requests made before that moment whose workflow was not yet seen to run. */
    List<Request> unstarted(Instant before) {
        return table
                .queryPaginator(query -> query.tableName(tableName)
                        .indexName(BY_START)
                        .keyConditionExpression("unstarted = :unstarted AND received < :before")
                        .expressionAttributeValues(Map.of(":unstarted", s("unstarted"), ":before", s(before))))
                .items()
                .stream()
                .flatMap(row -> find(text(row, "requestId")).stream())
                .toList();
    }

    /** A workflow names a request that is not there. */
    public static final class RequestNotFound extends RuntimeException {
        RequestNotFound(String requestId) {
            super("no request " + requestId);
        }
    }
}
