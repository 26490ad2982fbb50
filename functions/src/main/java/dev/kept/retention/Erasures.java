package dev.kept.retention;

import static dev.kept.items.Items.instant;
import static dev.kept.items.Items.n;
import static dev.kept.items.Items.s;
import static dev.kept.items.Items.text;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The table Erasures: what has been erased and has to be erased again should a copy from before come back
 * (asked for by Datatilsynet, the BayLfD and 11 CCR 7022(d)). It says where the data stood by keyed hashes, never by an
 * identifier, and is written before the first record of a system goes. An entry is of use for as long as a backup from
 * before it can exist.
 */
public final class Erasures {
    /** A copy that is restored on the last day of the oldest backup has to be gone through, too. */
    static final Duration TO_REPLAY = Duration.ofDays(7);

    /** An entry is written before anything goes, and what is going then may stand in a copy from a little later. */
    private static final Duration ERASING = Duration.ofMinutes(20);

    /** S: the day of the erasure, in UTC. */
    static final String DAY = "day";
    /** S: the request and the system. */
    static final String ID = "id";
    /** N: the second from which on it is of no use. */
    static final String EXPIRES = "expires";

    private static final String SYSTEM = "system";
    private static final String AT = "at";
    /** SS: none where a person was set apart and nothing of hers has gone yet. */
    private static final String CATEGORIES = "categories";
    /** SS. */
    private static final String SELECTORS = "selectors";

    private final DynamoDbClient table;
    private final String tableName;
    private final Duration backups;

    /**
     * @param backups for how long backups of any table are kept
     */
    public Erasures(DynamoDbClient table, String tableName, Duration backups) {
        this.table = table;
        this.tableName = tableName;
        this.backups = backups;
    }

    /**
     * What was erased in one system.
     *
     * @param id the same whenever it is written again
     * @param at what the system holds from before this moment is meant
     * @param categories which categories went; none where the person was only set apart
     * @param selectors keyed hashes of where the person's data stood; in Kept's own tables the person's random id itself
     */
    public record Erased(String id, String system, Instant at, List<String> categories, List<String> selectors) {
        /** The request by which it was erased. */
        String requestId() {
            return id.replaceFirst("/.*", "");
        }
    }

    /**
     * Writes down what is going to be erased. The same once more on the same day adds to it: a step that is repeated finds
     * less than the first.
     */
    public void add(Erased erased) {
        var values = new HashMap<String, AttributeValue>();
        values.put(":system", s(erased.system()));
        values.put(":at", s(erased.at()));
        values.put(":expires", n(erased.at().plus(expiry()).getEpochSecond()));
        values.put(":selectors", AttributeValue.fromSs(erased.selectors()));
        var names = new HashMap<>(Map.of("#system", SYSTEM, "#at", AT, "#expires", EXPIRES, "#selectors", SELECTORS));
        var added = " ADD #selectors :selectors";
        if (!erased.categories().isEmpty()) {
            values.put(":categories", AttributeValue.fromSs(erased.categories()));
            names.put("#categories", CATEGORIES);
            added += ", #categories :categories";
        }
        var expression = "SET #system = :system, #at = :at, #expires = :expires" + added;
        table.updateItem(update -> update.tableName(tableName)
                .key(Map.of(DAY, s(day(erased.at()).toString()), ID, s(erased.id())))
                .updateExpression(expression)
                .expressionAttributeNames(names)
                .expressionAttributeValues(values));
    }

    /** What a copy of that moment may still hold, in any system. */
    List<Erased> since(Instant restoredTo, Instant now) {
        var moment = restoredTo.minus(ERASING);
        var found = new ArrayList<Erased>();
        // whoever wrote it may have had a clock that was ahead
        var last = day(now).plusDays(1);
        for (var day = day(moment); !day.isAfter(last); day = day.plusDays(1)) {
            var key = s(day.toString());
            table
                    .queryPaginator(query -> query.tableName(tableName)
                            .keyConditionExpression("#day = :day")
                            .expressionAttributeNames(Map.of("#day", DAY))
                            .expressionAttributeValues(Map.of(":day", key))
                            .consistentRead(true))
                    .items()
                    .stream()
                    .map(Erasures::read)
                    .filter(erased -> !erased.at().isBefore(moment))
                    .forEach(found::add);
        }
        return found;
    }

    /** The moment from which on every erasure is still written down. */
    Instant reach(Instant now) {
        return now.minus(expiry()).plus(ERASING);
    }

    /** For how long something is kept that belongs to a copy. */
    Duration expiry() {
        return backups.plus(TO_REPLAY);
    }

    private static Erased read(Map<String, AttributeValue> row) {
        return new Erased(
                text(row, ID), text(row, SYSTEM), instant(row, AT), texts(row, CATEGORIES), texts(row, SELECTORS));
    }

    private static List<String> texts(Map<String, AttributeValue> row, String name) {
        var set = row.get(name);
        return set == null ? List.of() : set.ss().stream().sorted().toList();
    }

    private static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, ZoneOffset.UTC);
    }
}
