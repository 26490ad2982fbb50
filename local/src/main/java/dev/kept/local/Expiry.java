package dev.kept.local;

import dev.kept.local.function.CallLog;
import dev.kept.local.template.Table;
import dev.kept.local.time.Agenda;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Deletes the items whose time to live is over, each day of the moved clock. DynamoDB promises no more than "within a
 * few days", so nothing may rely on less.
 */
final class Expiry {
    private final DynamoDbClient client;
    private final CallLog calls;
    private final Agenda agenda;

    Expiry(DynamoDbClient client, CallLog calls, Agenda agenda) {
        this.client = client;
        this.calls = calls;
        this.agenda = agenda;
    }

    /** Begins to look after a table that has a time to live. */
    void follow(Table table) {
        table.timeToLive().ifPresent(attribute -> {
            var round = new Round(table, attribute);
            agenda.every(Expiry::nextMidnight, "expiry of " + table.id(), round::run);
        });
    }

    static Instant nextMidnight(Instant after) {
        return after.truncatedTo(ChronoUnit.DAYS).plus(1, ChronoUnit.DAYS);
    }

    /** Looks only when something may have fallen due: a month of empty days costs nothing. */
    private final class Round {
        private final Table table;
        private final String attribute;
        private long seenCalls = -1;
        private long earliest;

        Round(Table table, String attribute) {
            this.table = table;
            this.attribute = attribute;
        }

        void run() {
            var now = agenda.clock().instant().getEpochSecond();
            if (made() == seenCalls && earliest > now) {
                return;
            }
            earliest = Long.MAX_VALUE;
            for (var page : client.scanPaginator(scan -> scan.tableName(table.name()))) {
                page.items().forEach(item -> look(item, now));
            }
            seenCalls = made();
        }

        private long made() {
            return calls.count(arn -> arn.endsWith(":table/" + table.name()));
        }

        private void look(Map<String, AttributeValue> item, long now) {
            var value = item.get(attribute);
            if (value == null || value.n() == null) {
                return;
            }
            var expires = Long.parseLong(value.n());
            if (expires > now) {
                earliest = Math.min(earliest, expires);
                return;
            }
            var key = new HashMap<>(item);
            key.keySet().retainAll(table.keys());
            client.deleteItem(delete -> delete.tableName(table.name()).key(key));
        }
    }
}
