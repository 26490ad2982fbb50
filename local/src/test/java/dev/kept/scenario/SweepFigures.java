package dev.kept.scenario;

import dev.kept.http.Json;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.DeleteRequest;
import software.amazon.awssdk.services.dynamodb.model.PutRequest;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/**
 * Sweeps very many records, and prints how long that takes beside deleting the same rows of the same table without looking at
 * them, by turns; whether it takes longer when the table holds a hundred times as much; and what a million records cost, by the
 * calls that were counted and the public prices of eu-west-3.
 */
final class SweepFigures {
    /** Of so many records of a person all are due, or four of five. */
    private static final int EACH = 5;
    /** One person in so many goes entirely. */
    private static final int ENTIRELY = 10;

    private static final int RUNS = 3;
    private static final int SHARDS = 16;
    private static final String PEOPLE = "kept-PeopleTable";
    private static final String DUE = "2026-11-22";
    private static final String DAY = "2026-11-23";

    /** Dollars for a million units of writing and of reading, and for a million calls. */
    private static final double WRITE = 0.7423;

    private static final double READ = 0.1487;

    /**
     * What a call comes to at most: rows here are below 1 KB, a person's partition below 8, a page of a scan is 1 MB, and a
     * batch is full.
     */
    private static final Map<String, Double> PER_CALL = Map.of(
            "dynamodb:GetItem",
            READ,
            "dynamodb:Query",
            2 * READ,
            "dynamodb:Scan",
            128 * READ,
            "dynamodb:BatchGetItem",
            100 * READ,
            "dynamodb:PutItem",
            WRITE,
            "dynamodb:UpdateItem",
            WRITE,
            "dynamodb:DeleteItem",
            WRITE,
            "dynamodb:BatchWriteItem",
            25 * WRITE,
            "s3:PutObject",
            5.3,
            "kms:GenerateDataKey",
            3.0);

    /** A deletion of a record is a transaction's, which counts twice, and is one in the index of days, too. */
    private static final double OF_A_RECORD = 3 * WRITE;

    private final DynamoDbClient tables;
    private final Town town;

    private SweepFigures(Town town) {
        this.town = town;
        tables = town.behind().tables();
    }

    public static void main(String[] arguments) {
        try {
            var many = Integer.parseInt(arguments[0]);
            besideRawDeletes(many / 5);
            besideAFullTable(many / 100);
            cost(many);
            System.exit(0);
        } catch (RuntimeException broken) {
            broken.printStackTrace();
            System.exit(1);
        }
    }

    private static void besideRawDeletes(int records) {
        var ratios = new ArrayList<Double>();
        for (var run = 0; run < RUNS; run++) {
            var town = Town.beside();
            var figures = new SweepFigures(town);
            var rows = figures.fill(records, DUE);
            var raw = seconds(() -> figures.deletes(rows));
            figures.fill(records, DUE);
            var swept = seconds(figures::sweep);
            ratios.add(raw / swept);
            print("  raw %.2f s, swept %.2f s%n", raw, swept);
            town.close();
        }
        print(
                "%nA sweep of %d records, with judging, verification, ledger and shredding: %.2f x the records a second of raw"
                        + " BatchWriteItem deletes (goal: at least 0.5 x)%n",
                records, ratios.stream().sorted().toList().get(RUNS / 2));
    }

    private static void besideAFullTable(int records) {
        var town = Town.beside();
        var figures = new SweepFigures(town);
        figures.fill(records, DUE);
        figures.sweep();
        var empty = new ArrayList<Double>();
        for (var run = 0; run < RUNS; run++) {
            figures.fill(records, DUE);
            empty.add(seconds(figures::sweep));
        }
        figures.fill(records * 100, "2029-11-22");
        var full = new ArrayList<Double>();
        for (var run = 0; run < RUNS; run++) {
            figures.fill(records, DUE);
            full.add(seconds(figures::sweep));
        }
        var ratio = full.stream().sorted().toList().get(RUNS / 2)
                / empty.stream().sorted().toList().get(RUNS / 2);
        print(
                "%nThe same %d records due in a table of a hundred times as many: %.2f x the time (goal: at most 1.2 x)%n",
                records, ratio);
        town.close();
    }

    private static void cost(int records) {
        var town = Town.beside();
        var figures = new SweepFigures(town);
        figures.fill(records, DUE);
        town.behind().calls().clear();
        var seconds = seconds(figures::sweep);
        var calls = town.behind().calls().counts().entrySet().stream()
                .filter(call -> call.getKey().function().endsWith("Function"))
                .collect(Collectors.groupingBy(
                        call -> call.getKey().action(), TreeMap::new, Collectors.summingLong(Map.Entry::getValue)));
        var deletions = town.behind().calls().count("PurgeShardFunction", "dynamodb:DeleteItem");
        var dollars = calls.entrySet().stream()
                .mapToDouble(call -> call.getValue() * PER_CALL.getOrDefault(call.getKey(), 0.0))
                .sum();
        dollars += records * (OF_A_RECORD - WRITE);
        print(
                "%n%d records swept in %.0f s with %d MB for everything, %d deletions of rows, %d left%n  calls: %s%n  %.2f $ for a"
                        + " million records, by these calls, without the functions' own time (goal: at most 3 $)%n",
                records,
                seconds,
                Runtime.getRuntime().maxMemory() / 1_000_000,
                deletions,
                figures.left(),
                calls,
                dollars / records);
        town.close();
    }

    /** As the workflow does, one shard after another. */
    private void sweep() {
        var functions = town.behind().functions();
        approve();
        var planned = Json.object(
                Json.text(functions.invoke("PlanSweepFunction", Map.of("day", DAY, "sweep", "sweep-" + DAY))));
        for (var shard : Json.list(planned, "shards")) {
            Map<String, Object> done;
            do {
                done = Json.object(
                        Json.text(functions.invoke("PurgeShardFunction", Map.of("day", DAY, "shard", shard))));
            } while (Boolean.TRUE.equals(done.get("more")));
        }
        functions.invoke("FinishSweepFunction", Map.of("day", DAY));
    }

    /** How many rows of the day are there. */
    private int left() {
        var left = 0;
        for (var shard = 0; shard < SHARDS; shard++) {
            var key = s("%s#%02d".formatted(DUE, shard));
            left += tables.query(query -> query.tableName(PEOPLE)
                            .indexName("ByDueDay")
                            .keyConditionExpression("dueDay = :day")
                            .expressionAttributeValues(Map.of(":day", key)))
                    .count();
        }
        return left;
    }

    private void approve() {
        tables.putItem(put -> put.tableName("kept-SweepsTable")
                .item(Map.of(
                        "shelf",
                        s(DAY),
                        "item",
                        s("approved#connection"),
                        "count",
                        AttributeValue.fromN("100000000"))));
    }

    private void deletes(List<Map<String, AttributeValue>> rows) {
        each(
                rows,
                some -> tables.batchWriteItem(write -> write.requestItems(Map.of(
                        PEOPLE,
                        some.stream()
                                .map(row -> WriteRequest.builder()
                                        .deleteRequest(DeleteRequest.builder()
                                                .key(Map.of(
                                                        "personId",
                                                        row.getOrDefault("personId", s("")),
                                                        "recordId",
                                                        row.getOrDefault("recordId", s(""))))
                                                .build())
                                        .build())
                                .toList()))));
    }

    /** Puts so many records that are due on a day, and beside them what is left of their persons. */
    private List<Map<String, AttributeValue>> fill(int records, String day) {
        var due = new ArrayList<Map<String, AttributeValue>>();
        var beside = new ArrayList<Map<String, AttributeValue>>();
        for (var person = 0; due.size() < records; person++) {
            var id = "person" + day + person;
            for (var record = 0; record < EACH; record++) {
                due.add(row(id, "connection.r" + day + person + "-" + record, day));
            }
            if (person % ENTIRELY != 0) {
                beside.add(row(id, "connection.s" + person, "2031-01-01"));
            }
        }
        puts(due);
        puts(beside);
        return due;
    }

    private void puts(List<Map<String, AttributeValue>> rows) {
        each(
                rows,
                some -> tables.batchWriteItem(write -> write.requestItems(Map.of(
                        PEOPLE,
                        some.stream()
                                .map(row -> WriteRequest.builder()
                                        .putRequest(
                                                PutRequest.builder().item(row).build())
                                        .build())
                                .toList()))));
    }

    private static Map<String, AttributeValue> row(String person, String record, String day) {
        var row = new HashMap<String, AttributeValue>();
        row.put("personId", s(person));
        row.put("recordId", s(record));
        row.put("category", s(record.substring(0, record.indexOf('.'))));
        row.put("collected", s(LocalDate.parse(day).minusMonths(6) + "T10:00:00Z"));
        row.put("keyClass", s("account"));
        row.put("due", s(day));
        row.put("dueDay", s("%s#%02d".formatted(day, Math.floorMod(person.hashCode(), SHARDS))));
        row.put("fields", AttributeValue.fromB(SdkBytes.fromByteArray(new byte[500])));
        return row;
    }

    private static void each(List<Map<String, AttributeValue>> rows, Consumer<List<Map<String, AttributeValue>>> does) {
        for (var from = 0; from < rows.size(); from += 25) {
            does.accept(rows.subList(from, Math.min(rows.size(), from + 25)));
        }
    }

    private static AttributeValue s(String text) {
        return AttributeValue.fromS(text);
    }

    private static double seconds(Runnable does) {
        var from = System.nanoTime();
        does.run();
        return (System.nanoTime() - from) / 1e9;
    }

    private static void print(String format, Object... values) {
        System.out.printf(Locale.ROOT, format, values);
    }
}
