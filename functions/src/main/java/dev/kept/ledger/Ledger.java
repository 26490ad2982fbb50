package dev.kept.ledger;

import static dev.kept.items.Items.n;
import static dev.kept.items.Items.number;
import static dev.kept.items.Items.s;
import static dev.kept.items.Items.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.TransactionInProgressException;

/**
 * The append-only record of what was done, in which each entry's hash covers the one before.
 *
 * <p>An entry is the item (chain, its number); beside it, in the same transaction, a marker under the entry's id, so
 * that a step that is repeated adds nothing. Whoever loses the race for a number takes the next one.
 */
public final class Ledger {
    /** One stack has one chain. */
    static final String CHAIN = "kept";

    /** Key: the chain, or for a marker the chain and the entry's id. */
    static final String CHAIN_KEY = "chain";
    /** Key: the entry's number, or for a marker 0. */
    static final String SEQ = "seq";
    /** The entry's canonical text. */
    static final String ENTRY = "entry";
    /** The hash of the place. */
    static final String HASH = "hash";
    /** On a marker: the entry's number. */
    static final String WRITTEN_AS = "writtenAs";

    private static final int ATTEMPTS = 50;
    private static final String FREE = "attribute_not_exists(" + SEQ + ")";

    private final DynamoDbClient dynamoDb;
    private final String table;
    private final Backoff backoff;

    public Ledger(DynamoDbClient dynamoDb, String table, RandomGenerator random) {
        this.dynamoDb = dynamoDb;
        this.table = table;
        this.backoff = new Backoff(random);
    }

    /**
     * Writes the entry at the end, unless one of the same id is there already.
     *
     * @return its place, or the place of the one that was there
     * @throws LedgerBusy when others were faster at every attempt
     */
    public Position append(Entry entry) {
        return append(entry, List.of()).orElseThrow();
    }

    /**
     * Writes the entry together with what it tells of, both or neither, so that nothing is done without being recorded.
     *
     * @param deed a write with a condition, which holds once only
     * @return false when the condition does not hold
     * @throws LedgerBusy when others were faster at every attempt
     */
    public boolean appendWith(Entry entry, TransactWriteItem deed) {
        return appendWith(entry, List.of(deed));
    }

    /** Writes the entry together with all the writes of what it tells of, of which one at least has such a condition. */
    public boolean appendWith(Entry entry, List<TransactWriteItem> deed) {
        return append(entry, deed).isPresent();
    }

    private Optional<Position> append(Entry entry, List<TransactWriteItem> deed) {
        for (var attempt = 1; attempt <= ATTEMPTS; attempt++) {
            var link = Link.after(head(), entry);
            var writes = new ArrayList<>(List.of(put(item(link)), put(marker(entry.id(), link.position()))));
            writes.addAll(deed);
            try {
                dynamoDb.transactWriteItems(call -> call.transactItems(writes));
                return Optional.of(link.position());
            } catch (TransactionCanceledException canceled) {
                if (isRefused(canceled)) {
                    return Optional.empty();
                }
                var earlier = earlier(canceled);
                if (earlier.isPresent()) {
                    return earlier;
                }
                requireLostRace(canceled);
            } catch (TransactionInProgressException another) {
                // the SDK repeated a call that is still being carried out: what came of it shows at the next attempt
            }
            backoff.afterLoss(attempt);
        }
        throw new LedgerBusy(ATTEMPTS);
    }

    /** The place of the entry with that id, if it was written. */
    public Optional<Position> find(String entryId) {
        var marker = dynamoDb.getItem(get -> get.tableName(table)
                .key(Map.of(CHAIN_KEY, s(CHAIN + "#" + entryId), SEQ, n(0)))
                .consistentRead(true));
        return marker.hasItem()
                ? Optional.of(new Position(number(marker.item(), WRITTEN_AS), text(marker.item(), HASH)))
                : Optional.empty();
    }

    /** The place of the last entry. */
    public Position head() {
        var last = dynamoDb.query(ofChain(0).scanIndexForward(false).limit(1).build())
                .items();
        return last.isEmpty() ? Position.start(CHAIN) : link(last.get(0)).position();
    }

    /** The entries after that number in their order, at most so many. */
    public List<Link> entries(long after, int limit) {
        // a query's answer may hold fewer items than its limit, since it is also cut at 1 MB
        return dynamoDb.queryPaginator(ofChain(after).limit(limit).build()).items().stream()
                .limit(limit)
                .map(Ledger::link)
                .toList();
    }

    private QueryRequest.Builder ofChain(long after) {
        return QueryRequest.builder()
                .tableName(table)
                .consistentRead(true)
                .keyConditionExpression("#chain = :chain AND #seq > :after")
                .expressionAttributeNames(Map.of("#chain", CHAIN_KEY, "#seq", SEQ))
                .expressionAttributeValues(Map.of(":chain", s(CHAIN), ":after", n(after)));
    }

    private TransactWriteItem put(Map<String, AttributeValue> item) {
        return TransactWriteItem.builder()
                .put(Put.builder()
                        .tableName(table)
                        .item(item)
                        .conditionExpression(FREE)
                        .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD)
                        .build())
                .build();
    }

    private static Map<String, AttributeValue> item(Link link) {
        return Map.of(
                CHAIN_KEY, s(CHAIN),
                SEQ, n(link.position().seq()),
                ENTRY, s(link.entry()),
                HASH, s(link.position().hash()));
    }

    private static Map<String, AttributeValue> marker(String entryId, Position position) {
        return Map.of(
                CHAIN_KEY, s(CHAIN + "#" + entryId),
                SEQ, n(0),
                WRITTEN_AS, n(position.seq()),
                HASH, s(position.hash()));
    }

    private static Link link(Map<String, AttributeValue> item) {
        return new Link(new Position(number(item, SEQ), text(item, HASH)), text(item, ENTRY));
    }

    /** The place of an entry with the same id, when that is why the transaction was refused. */
    private static Optional<Position> earlier(TransactionCanceledException canceled) {
        var marker = canceled.cancellationReasons().get(1);
        return "ConditionalCheckFailed".equals(marker.code())
                ? Optional.of(new Position(number(marker.item(), WRITTEN_AS), text(marker.item(), HASH)))
                : Optional.empty();
    }

    /** Whether the condition of what was to be done along with the entry does not hold. */
    private static boolean isRefused(TransactionCanceledException canceled) {
        return canceled.cancellationReasons().stream()
                .skip(2)
                .anyMatch(reason -> "ConditionalCheckFailed".equals(reason.code()));
    }

    private static void requireLostRace(TransactionCanceledException canceled) {
        for (var reason : canceled.cancellationReasons()) {
            switch (reason.code()) {
                case "None", "ConditionalCheckFailed", "TransactionConflict", "ThrottlingError" -> {}
                default -> throw canceled;
            }
        }
    }
}
