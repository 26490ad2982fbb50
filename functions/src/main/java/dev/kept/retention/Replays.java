package dev.kept.retention;

import static dev.kept.items.Items.instant;
import static dev.kept.items.Items.n;
import static dev.kept.items.Items.number;
import static dev.kept.items.Items.s;
import static dev.kept.items.Items.text;

import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** How far replays have come: rows of the table Erasures, by table and the moment to which it was restored. */
public final class Replays {
    private static final String DAY = "replay";
    private static final String COPY = "copy";
    private static final String BEGAN = "began";
    private static final String PHASE = "phase";
    private static final String PART = "part";
    private static final String COUNTS = "counts";

    private final DynamoDbClient table;
    private final String tableName;
    private final Erasures erasures;

    public Replays(DynamoDbClient table, String tableName, Erasures erasures) {
        this.table = table;
        this.tableName = tableName;
        this.erasures = erasures;
    }

    Optional<Progress> find(String replayed, Instant restoredTo) {
        var row = table.getItem(
                get -> get.tableName(tableName).key(key(replayed, restoredTo)).consistentRead(true));
        return row.hasItem() ? Optional.of(read(row.item())) : Optional.empty();
    }

    void put(String replayed, Instant restoredTo, Progress progress) {
        var row = new HashMap<>(key(replayed, restoredTo));
        row.put(COPY, s(progress.copy()));
        row.put(BEGAN, s(progress.began()));
        row.put(PHASE, s(progress.phase().name()));
        row.put(PART, n(progress.part()));
        var counts = new HashMap<String, AttributeValue>();
        progress.counts().forEach((word, count) -> counts.put(word, n(count)));
        row.put(COUNTS, AttributeValue.fromM(counts));
        row.put(Erasures.EXPIRES, n(progress.began().plus(erasures.expiry()).getEpochSecond()));
        table.putItem(put -> put.tableName(tableName).item(row));
    }

    private static Progress read(Map<String, AttributeValue> row) {
        var counts = new LinkedHashMap<String, Integer>();
        var written = row.get(COUNTS);
        if (written != null) {
            written.m().forEach((word, count) -> counts.put(word, Integer.valueOf(count.n())));
        }
        return new Progress(
                text(row, COPY),
                instant(row, BEGAN),
                Progress.Phase.valueOf(text(row, PHASE)),
                Math.toIntExact(number(row, PART)),
                counts);
    }

    private static Map<String, AttributeValue> key(String replayed, Instant restoredTo) {
        return Map.of(Erasures.DAY, s(DAY), Erasures.ID, s(replayed + "/" + restoredTo));
    }
}
