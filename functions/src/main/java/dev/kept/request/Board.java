package dev.kept.request;

import static dev.kept.items.Items.s;
import static dev.kept.items.Items.text;

import dev.kept.http.ProblemFound;
import dev.kept.http.ProblemKind;
import dev.kept.policy.RequestKind;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;

/**
 * Requests in pages: the open ones by what is due first, then the closed ones, state by state, the latest due first. A
 * page that ends within one of these shelves goes on in the next.
 */
public final class Board {
    private static final String OPEN = "open";
    private static final String DUE = "strictDue";

    private final DynamoDbClient table;
    private final String tableName;
    private final Requests requests;

    public Board(DynamoDbClient table, String tableName, Requests requests) {
        this.table = table;
        this.tableName = tableName;
        this.requests = requests;
    }

    /**
     * Which requests are asked for.
     *
     * @param state those in that state; all where it is absent
     * @param dueBefore those whose strict due is no later
     */
    public record Filter(Optional<RequestState> state, Optional<Instant> dueBefore) {}

    /** A page of requests. */
    public record Page(List<Request> requests, Optional<String> next) {}

    /** What one query of an index gives: all open requests, or those of one state. */
    private record Shelf(String name, String index, String attribute, boolean earliestFirst) {
        static Shelf open() {
            return new Shelf(OPEN, "ByStrictDue", OPEN, true);
        }

        static Shelf of(RequestState state) {
            return new Shelf(state.word(), "ByState", "state", state.isOpen());
        }
    }

    /**
     * One page.
     *
     * @param after the {@code next} of the page before
     */
    public Page page(Filter filter, Optional<String> after, int limit) {
        var shelves = shelves(filter);
        var start = after.map(Board::position);
        var at = start.map(place -> shelf(shelves, place)).orElse(0);
        var found = new ArrayList<Request>();
        var from = start.map(place -> key(shelves.get(at), place));
        for (var number = at; number < shelves.size(); number++) {
            var shelf = shelves.get(number);
            var answer = query(shelf, filter.dueBefore(), from, limit - found.size());
            from = Optional.empty();
            answer.items().forEach(row -> requests.find(text(row, "requestId")).ifPresent(found::add));
            if (answer.hasLastEvaluatedKey()) {
                return new Page(found, Optional.of(position(shelf, answer.lastEvaluatedKey())));
            }
        }
        return new Page(found, Optional.empty());
    }

    /** The person's open requests. */
    public List<Request> openOf(String personId) {
        return allOf(personId).stream()
                .filter(request -> request.state().isOpen())
                .toList();
    }

    /** The person's requests, open and closed. */
    public List<Request> allOf(String personId) {
        return table
                .queryPaginator(query -> query.tableName(tableName)
                        .indexName("ByPerson")
                        .keyConditionExpression("personId = :person")
                        .expressionAttributeValues(Map.of(":person", s(personId))))
                .items()
                .stream()
                .flatMap(row -> requests.find(text(row, "requestId")).stream())
                .toList();
    }

    /** The open requests of that kind, the first due first. */
    public List<Request> open(RequestKind kind) {
        return open().filter(request -> request.kind() == kind).toList();
    }

    /** All requests that are open. */
    public Stream<Request> open() {
        var shelf = Shelf.open();
        return table
                .queryPaginator(query -> query.tableName(tableName)
                        .indexName(shelf.index())
                        .keyConditionExpression("#shelf = :shelf")
                        .expressionAttributeNames(Map.of("#shelf", shelf.attribute()))
                        .expressionAttributeValues(Map.of(":shelf", s(shelf.name()))))
                .items()
                .stream()
                .flatMap(row -> requests.find(text(row, "requestId")).stream())
                .filter(request -> request.state().isOpen());
    }

    private static List<Shelf> shelves(Filter filter) {
        if (filter.state().isPresent()) {
            return List.of(Shelf.of(filter.state().get()));
        }
        var shelves = new ArrayList<Shelf>();
        shelves.add(Shelf.open());
        Arrays.stream(RequestState.values())
                .filter(state -> !state.isOpen())
                .map(Shelf::of)
                .forEach(shelves::add);
        return shelves;
    }

    private QueryResponse query(
            Shelf shelf, Optional<Instant> dueBefore, Optional<Map<String, AttributeValue>> from, int limit) {
        var values = new HashMap<String, AttributeValue>();
        values.put(":shelf", s(shelf.name()));
        dueBefore.ifPresent(moment -> values.put(":due", s(moment)));
        return table.query(query -> {
            query.tableName(tableName)
                    .indexName(shelf.index())
                    .keyConditionExpression("#shelf = :shelf" + (dueBefore.isPresent() ? " AND strictDue <= :due" : ""))
                    .expressionAttributeNames(Map.of("#shelf", shelf.attribute()))
                    .expressionAttributeValues(values)
                    .scanIndexForward(shelf.earliestFirst())
                    .limit(Math.max(1, limit));
            from.ifPresent(query::exclusiveStartKey);
        });
    }

    /** Where a page ended, in a form that can stand in an address. */
    private static String position(Shelf shelf, Map<String, AttributeValue> key) {
        var place = String.join(" ", shelf.name(), text(key, "requestId"), text(key, DUE));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(place.getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> position(String written) {
        try {
            var place = new String(Base64.getUrlDecoder().decode(written), StandardCharsets.UTF_8).split(" ", -1);
            if (place.length == 3 && !place[1].isEmpty()) {
                return List.of(place[0], place[1], Instant.parse(place[2]).toString());
            }
        } catch (RuntimeException forged) {
            // refused below
        }
        throw forged();
    }

    private static int shelf(List<Shelf> shelves, List<String> place) {
        for (var number = 0; number < shelves.size(); number++) {
            if (shelves.get(number).name().equals(place.get(0))) {
                return number;
            }
        }
        throw forged();
    }

    private static Map<String, AttributeValue> key(Shelf shelf, List<String> place) {
        return Map.of(
                "requestId",
                s(place.get(1)),
                "item",
                s("request"),
                DUE,
                s(place.get(2)),
                shelf.attribute(),
                s(shelf.name()));
    }

    private static ProblemFound forged() {
        return new ProblemFound(ProblemKind.NOT_FOUND, "Start again from the first page.");
    }
}
