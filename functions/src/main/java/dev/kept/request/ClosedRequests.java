package dev.kept.request;

import static dev.kept.items.Items.s;
import static dev.kept.items.Items.text;

import dev.kept.items.Deletions;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/** The table Requests, as retention goes through it: the files of requests that were closed long ago, and their end. */
public final class ClosedRequests {
    private final DynamoDbClient table;
    private final String tableName;
    private final Requests requests;

    public ClosedRequests(DynamoDbClient table, String tableName, Requests requests) {
        this.table = table;
        this.tableName = tableName;
        this.requests = requests;
    }

    /** A closed request, and since when it is. */
    public record Closed(Request request, Instant at) {}

    /** The closed requests whose strict due was no later; by an index, so that a look costs what is old enough. */
    public Stream<Closed> dueUntil(Instant strict) {
        return Arrays.stream(RequestState.values())
                .filter(state -> !state.isOpen())
                .flatMap(state -> ids(state, strict))
                .flatMap(id -> find(id).stream());
    }

    /** The request of that id, where it is there and closed. */
    public Optional<Closed> find(String requestId) {
        return requests.find(requestId)
                .filter(request -> !request.state().isOpen())
                .map(request -> new Closed(request, closedAt(request)));
    }

    private Stream<String> ids(RequestState state, Instant strict) {
        return table
                .queryPaginator(query -> query.tableName(tableName)
                        .indexName("ByState")
                        .keyConditionExpression("#state = :state AND strictDue <= :strict")
                        .expressionAttributeNames(Map.of("#state", "state"))
                        .expressionAttributeValues(Map.of(":state", s(state.word()), ":strict", s(strict))))
                .items()
                .stream()
                .map(row -> text(row, "requestId"));
    }

    /** When it last came to where it stands; a step is written with each move. */
    private Instant closedAt(Request request) {
        return requests.steps(request.id()).stream()
                .filter(step -> step.step().equals(request.state().word()))
                .map(RequestStep::at)
                .max(Comparator.naturalOrder())
                .orElse(request.received());
    }

    /**
     * Deletes all that is kept of a request: its row first, so that nobody takes it up again, and then the rest. Twice is once.
     *
     * @return false when it is open
     */
    public boolean delete(String requestId) {
        try {
            table.deleteItem(delete -> delete.tableName(tableName)
                    .key(RequestRows.key(requestId))
                    .conditionExpression("attribute_not_exists(#open)")
                    .expressionAttributeNames(Map.of("#open", "open")));
        } catch (ConditionalCheckFailedException resumed) {
            return false;
        }
        new Deletions(table, tableName).delete(rows(requestId));
        return true;
    }

    /** Whether nothing is kept of a request. */
    public boolean isGone(String requestId) {
        return rows(requestId).isEmpty();
    }

    private List<Map<String, AttributeValue>> rows(String requestId) {
        return table
                .queryPaginator(query -> query.tableName(tableName)
                        .keyConditionExpression("requestId = :id")
                        .expressionAttributeValues(Map.of(":id", s(requestId)))
                        .projectionExpression("requestId, #item")
                        .expressionAttributeNames(Map.of("#item", "item"))
                        .consistentRead(true))
                .items()
                .stream()
                .map(Map::copyOf)
                .toList();
    }
}
