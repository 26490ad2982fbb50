package dev.kept.request;

import static dev.kept.items.Items.instant;
import static dev.kept.items.Items.n;
import static dev.kept.items.Items.number;
import static dev.kept.items.Items.s;
import static dev.kept.items.Items.text;

import dev.kept.items.Deletions;
import dev.kept.policy.RequestKind;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.ConditionCheck;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/** The evidence of each request, as the table Requests lists it until the request is closed. */
public final class Exhibits {
    /** How many files a request takes. */
    public static final int MOST = 5;
    /** The step that everybody sees. */
    static final String STEP = "evidence-added";

    private static final Set<RequestState> UNDECIDED =
            EnumSet.of(RequestState.RECEIVED, RequestState.CONFIRMED, RequestState.DECIDING);
    private static final String PREFIX = "exhibit#";
    /** S: the keyed hash of the content. */
    private static final String HASH = "hash";

    private final DynamoDbClient table;
    private final String tableName;

    public Exhibits(DynamoDbClient table, String tableName) {
        this.table = table;
        this.tableName = tableName;
    }

    /** What came of adding one. */
    public enum Added {
        DONE,
        /** The request is decided or closed. */
        TOO_LATE,
        /** Another has that number. */
        TAKEN,
        /** Something else was written to the request at the same moment. */
        BUSY
    }

    /** Whether evidence is taken for that request: while a correction is undecided. */
    public static boolean takenFor(Request request) {
        return request.kind() == RequestKind.CORRECTION && UNDECIDED.contains(request.state());
    }

    public List<Exhibit> of(String requestId) {
        return rows(requestId).map(Exhibits::read).toList();
    }

    /** The one of that number. */
    public Optional<Exhibit> find(String requestId, int number) {
        var row = table.getItem(
                get -> get.tableName(tableName).key(key(requestId, number)).consistentRead(true));
        return row.hasItem() ? Optional.of(read(row.item())) : Optional.empty();
    }

    /** The one with that content, by its hash. */
    public Optional<Exhibit> same(String requestId, String hash) {
        return rows(requestId)
                .filter(row -> text(row, HASH).equals(hash))
                .map(Exhibits::read)
                .findFirst();
    }

    /** Adds one to a request that is undecided at that moment, and notes the step, both or neither. */
    public Added add(String requestId, Exhibit exhibit, String hash) {
        try {
            table.transactWriteItems(write -> write.transactItems(
                    TransactWriteItem.builder()
                            .conditionCheck(undecided(requestId))
                            .build(),
                    put(row(requestId, exhibit, hash)),
                    TransactWriteItem.builder()
                            .put(Put.builder()
                                    .tableName(tableName)
                                    .item(RequestRows.step(requestId, exhibit.added(), STEP))
                                    .build())
                            .build()));
            return Added.DONE;
        } catch (TransactionCanceledException cancelled) {
            return why(cancelled);
        }
    }

    /** Takes the list of a request away. */
    public void clear(String requestId) {
        new Deletions(table, tableName)
                .delete(rows(requestId)
                        .map(row -> Map.of("requestId", row.get("requestId"), "item", row.get("item")))
                        .toList());
    }

    private static Added why(TransactionCanceledException cancelled) {
        var reasons = cancelled.cancellationReasons().stream()
                .map(CancellationReason::code)
                .toList();
        if (reasons.contains("TransactionConflict")) {
            return Added.BUSY;
        }
        if ("ConditionalCheckFailed".equals(reasons.get(0))) {
            return Added.TOO_LATE;
        }
        if ("ConditionalCheckFailed".equals(reasons.get(1))) {
            return Added.TAKEN;
        }
        throw cancelled;
    }

    private ConditionCheck undecided(String requestId) {
        var states =
                UNDECIDED.stream().collect(Collectors.toMap(state -> ":" + state.name(), state -> s(state.word())));
        return ConditionCheck.builder()
                .tableName(tableName)
                .key(RequestRows.key(requestId))
                .conditionExpression("#state IN (" + String.join(", ", states.keySet()) + ")")
                .expressionAttributeNames(Map.of("#state", "state"))
                .expressionAttributeValues(states)
                .build();
    }

    private TransactWriteItem put(Map<String, AttributeValue> row) {
        return TransactWriteItem.builder()
                .put(Put.builder()
                        .tableName(tableName)
                        .item(row)
                        .conditionExpression("attribute_not_exists(requestId)")
                        .build())
                .build();
    }

    private Stream<Map<String, AttributeValue>> rows(String requestId) {
        return table
                .queryPaginator(query -> query.tableName(tableName)
                        .keyConditionExpression("requestId = :id AND begins_with(#item, :exhibit)")
                        .expressionAttributeNames(Map.of("#item", "item"))
                        .expressionAttributeValues(Map.of(":id", s(requestId), ":exhibit", s(PREFIX)))
                        .consistentRead(true))
                .items()
                .stream();
    }

    private static Map<String, AttributeValue> key(String requestId, int number) {
        return Map.of("requestId", s(requestId), "item", s(PREFIX + number));
    }

    private static Map<String, AttributeValue> row(String requestId, Exhibit exhibit, String hash) {
        var row = new HashMap<>(key(requestId, exhibit.number()));
        row.put("number", n(exhibit.number()));
        row.put("type", s(exhibit.type().name()));
        row.put("bytes", n(exhibit.bytes()));
        row.put("added", s(exhibit.added()));
        row.put("object", s(exhibit.object()));
        row.put(HASH, s(hash));
        return row;
    }

    private static Exhibit read(Map<String, AttributeValue> row) {
        return new Exhibit(
                (int) number(row, "number"),
                FileType.valueOf(text(row, "type")),
                (int) number(row, "bytes"),
                instant(row, "added"),
                text(row, "object"));
    }
}
