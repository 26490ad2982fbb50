package dev.kept.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.kept.local.Options;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * What is left of a person once she is erased is what the document lists, and nothing else: she is the only one in this town,
 * so that every row and every object that there is was left by her.
 */
@Execution(ExecutionMode.CONCURRENT)
@OnlyLocally(OnlyLocally.INSIDE)
class WhatRemainsTest {
    private static final Town APART = Town.apart();

    private final Town town = APART.nextScenario();
    private final Office agnes = new Office(town, "agnes", "agent");

    @AfterAll
    static void leaves() {
        APART.close();
    }

    @Test
    void isWhatTheDocumentLists() throws IOException {
        var phone = town.newPhone();
        var name = "Irène Joliot-Curie";
        var irene = Person.registeredAs(town, name, phone).orders().registersAndSubscribes();
        irene.asks().confirms();
        agnes.approves(irene.requestId());
        irene.asksForDeletion().confirms();
        Office.bothApprove(town, irene.requestId());
        town.advance("P2D");
        assertEquals("answered", irene.state());

        var listed = listed();
        assertEquals(new TreeSet<>(listed.keySet()), found());

        for (var typed : List.of(irene.address(), phone, name)) {
            var readable = town.places(typed).stream()
                    .map(place -> place.replaceFirst("^mail .*", "mails")
                            .replaceFirst("^object ([a-z]+)/([a-z]+)/.*", "$1 $2/"))
                    .collect(Collectors.toCollection(TreeSet::new));
            readable.removeIf(place -> "readable".equals(listed.get(place)));
            assertEquals(Set.of(), readable);
        }
        assertFalse(town.places(irene.address()).isEmpty(), "what is looked for would be found");
    }

    /** Every kind of row and of object that there is. */
    private Set<String> found() {
        var found = new TreeSet<String>();
        var tables = town.behind().tables();
        for (var table : tables.listTables().tableNames()) {
            var name = table.replaceFirst("kept-(.*)Table", "$1");
            tables.scanPaginator(scan -> scan.tableName(table)).items().forEach(row -> found.add(kind(name, row)));
        }
        var objects = town.behind().objects();
        for (var bucket : objects.listBuckets().buckets()) {
            var name = bucket.name().replaceFirst("kept-(.*)-.*", "$1");
            objects.listObjectVersions(list -> list.bucket(bucket.name()))
                    .versions()
                    .forEach(object -> found.add(name + " " + object.key().replaceFirst("(^[a-z]+/)?.*", "$1")));
        }
        found.add("mails");
        found.add("executions");
        return found;
    }

    private static String kind(String table, Map<String, AttributeValue> row) {
        return switch (table) {
            case "People" -> table + " " + text(row, "recordId").replaceFirst("\\..*", "");
            case "Keys" -> table + " " + text(row, "keyClass");
            case "Ledger" -> table + (text(row, "chain").equals("kept") ? "" : " markers");
            case "Sweeps" -> table + " " + text(row, "shelf").replaceFirst("[0-9-]{10}", "<day>");
            default -> table;
        };
    }

    private static String text(Map<String, AttributeValue> row, String name) {
        var value = row.get(name);
        return value == null || value.s() == null ? "" : value.s();
    }

    /** What the document lists, and whether it can be read as it stands. */
    private static Map<String, String> listed() throws IOException {
        var document = Files.readString(Options.projectFolder().resolve("docs/what-remains.md"));
        return Pattern.compile("(?m)^\\| `([^`]+)` \\|[^|]*\\| (\\w+) \\|")
                .matcher(document)
                .results()
                .collect(Collectors.toMap(row -> row.group(1), (MatchResult row) -> row.group(2)));
    }
}
