package dev.kept.retention;

import static dev.kept.items.Items.s;
import static dev.kept.items.Items.texts;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The table Erasures: what has been erased and has to be erased again should a copy from before come back
 * (asked for by Datatilsynet, the BayLfD and 11 CCR 7022(d)). It says where the data stood by keyed hashes, never by an identifier, and is written before the
 * first record goes. An entry is of use for as long as a backup from before it can exist.
 */
public final class Erasures {
    /** How far back a backup of the tables reaches: point-in-time recovery keeps 35 days. */
    public static final Period BACKUPS = Period.ofDays(35);

    /** S: the day of the erasure, in UTC. */
    private static final String DAY = "day";
    /** S: the request and the system. */
    private static final String ID = "id";

    private final DynamoDbClient table;
    private final String tableName;

    public Erasures(DynamoDbClient table, String tableName) {
        this.table = table;
        this.tableName = tableName;
    }

    /**
     * What was erased in one system.
     *
     * @param id the same whenever it is written again
     * @param at records made after this moment are not meant
     * @param categories which categories went
     * @param selectors keyed hashes of where the person's data stood; in Kept's own tables the person's random id itself
     */
    public record Erased(String id, String system, Instant at, List<String> categories, List<String> selectors) {}

    /** Writes down what is going to be erased; the same once more replaces it. */
    public void add(Erased erased) {
        var row = new HashMap<String, AttributeValue>();
        row.put(DAY, s(day(erased.at()).toString()));
        row.put(ID, s(erased.id()));
        row.put("system", s(erased.system()));
        row.put("at", s(erased.at()));
        row.put("categories", texts(erased.categories()));
        row.put("selectors", texts(erased.selectors()));
        table.putItem(put -> put.tableName(tableName).item(row));
    }

    private static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, ZoneOffset.UTC);
    }
}
