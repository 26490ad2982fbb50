package dev.kept.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kept.http.Json;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * A year in which people come, and some of them go: at its end each record that is there may be there, and none has
 * gone that should be.
 */
@Execution(ExecutionMode.CONCURRENT)
@OnlyLocally(OnlyLocally.INSIDE)
class YearTest {
    private static final int WEEKS = 50;
    /** How many come each week; with {@code -Dkept.coming=20} a thousand in the year. */
    private static final int COMING = Integer.getInteger("kept.coming", 5);

    private static final Set<String> OF_THE_ACCOUNT =
            Set.of("contact", "company", "order", "payment", "support", "marketing");

    private static final Town APART = Town.apart();

    private final Town town = APART.nextScenario();
    private final Office agnes = new Office(town, "agnes", "agent");
    private final Office aude = new Office(town, "aude", "auditor");
    private final Random random = new Random(1789);
    private final List<Person> people = new ArrayList<>();
    /** On which days her orders were, by person. */
    private final Map<Person, List<LocalDate>> orders = new HashMap<>();

    private int erased;

    @AfterAll
    static void leaves() {
        APART.close();
    }

    @Test
    void eachRecordThatIsThereAtItsEndMayBeThere() {
        var ordered = 0;
        var known = new ArrayList<Person>();
        var held = new ArrayList<Person>();
        for (var week = 0; week < WEEKS; week++) {
            for (var comes = 0; comes < COMING; comes++) {
                var person = new Person(town).registers();
                known.add(person);
                people.add(person);
                if (random.nextInt(10) < 6) {
                    person.orders();
                    ordered++;
                    orders.put(person, List.of(today()));
                }
            }
            for (var goes = 0; goes < COMING / 5; goes++) {
                cancels(known.remove(random.nextInt(known.size())));
            }
            if (week % 5 == 2) {
                var asks = known.remove(random.nextInt(known.size()))
                        .asksForDeletion()
                        .confirms();
                Office.bothApprove(town, asks.requestId());
                orders.remove(asks);
                erased++;
            }
            if (week == 3) {
                orders.keySet().stream().filter(known::contains).limit(3).forEach(person -> {
                    holds(person);
                    held.add(person);
                });
                known.removeAll(held);
            }
            town.advance("P7D");
        }
        town.advance("P15D");

        var counts = new TreeMap<String, Integer>();
        var persons = new TreeMap<String, Set<String>>();
        var ends = ends();
        for (var row : rows("kept-PeopleTable")) {
            var id = text(row, "recordId");
            var person = text(row, "personId");
            var category = id.startsWith("#") ? id : id.substring(0, id.lastIndexOf('.'));
            counts.merge(category, 1, Integer::sum);
            persons.computeIfAbsent(category, made -> new TreeSet<>()).add(person);
            if (OF_THE_ACCOUNT.contains(category)) {
                assertTrue(!ends.containsKey(person), category + " of an account that has ended: " + ends.get(person));
            }
        }
        var here = known.size() + held.size();
        assertEquals(here, persons.getOrDefault("contact", Set.of()).size(), "whoever has an account is known");
        assertEquals(ordered, counts.get("billing"), "the law keeps each invoice for ten years");
        var recent = orders.entrySet().stream()
                .filter(one -> known.contains(one.getKey()) || held.contains(one.getKey()))
                .filter(one -> held.contains(one.getKey())
                        || one.getValue().stream()
                                .anyMatch(day -> !day.plusMonths(6).isBefore(today())))
                .count();
        assertEquals(recent, counts.get("connection").longValue(), "six months, or as long as a hold lasts");
        var withRecords = persons.entrySet().stream()
                .filter(one -> !one.getKey().startsWith("#"))
                .flatMap(one -> one.getValue().stream())
                .collect(Collectors.toSet());
        persons.forEach((category, ids) ->
                assertTrue(withRecords.containsAll(ids), category + " of nobody of whom a record is kept"));
        assertEquals(
                withRecords,
                rows("kept-KeysTable").stream()
                        .map(row -> text(row, "personId"))
                        .filter(withRecords::contains)
                        .collect(Collectors.toSet()));
        assertEquals(swept(), attested());
        assertTrue(swept().getOrDefault("connection", 0) > 20, swept().toString());
        assertEquals(WEEKS * COMING, people.size());
        assertTrue(erased >= 10, "some of them asked for it");
    }

    private void cancels(Person person) {
        var cancelled = town.client()
                .post(
                        "/staff/cancellations",
                        Map.of(
                                "identifier",
                                Map.of("type", "email", "value", person.address()),
                                "effective",
                                today().toString()),
                        town.staff("agnes", "agent"));
        assertEquals(201, cancelled.status(), cancelled.toString());
    }

    private void holds(Person person) {
        var placed = town.client()
                .post(
                        "/staff/holds",
                        Map.of(
                                "identifier",
                                Map.of("type", "email", "value", person.address()),
                                "reason",
                                "LITIGATION",
                                "authority",
                                "Tribunal judiciaire",
                                "reviewBy",
                                today().plusDays(60).toString()),
                        town.staff("diane", "dpo"));
        assertEquals(201, placed.status(), placed.toString());
    }

    /** When the accounts ended that have. */
    private Map<String, String> ends() {
        return rows("kept-PeopleTable").stream()
                .filter(row -> text(row, "recordId").equals("#ended"))
                .collect(Collectors.toMap(row -> text(row, "personId"), row -> text(row, "day")));
    }

    private List<Map<String, AttributeValue>> rows(String table) {
        return town.behind().tables().scanPaginator(scan -> scan.tableName(table)).items().stream()
                .map(Map::copyOf)
                .toList();
    }

    /** What the days' pages say that went, by category. */
    private Map<String, Integer> swept() {
        var sums = new TreeMap<String, Integer>();
        var first = LocalDate.ofInstant(
                Instant.parse("2026-11-23T09:00:00Z"), town.policy().zone());
        for (var day = first.plusDays(1); !day.isAfter(today()); day = day.plusDays(1)) {
            var swept = aude.get("/staff/sweeps?day=" + day);
            assertEquals(200, swept.status(), day.toString());
            assertEquals("finished", swept.text("state"), swept.toString());
            var purged = Json.child(swept.json(), "purged");
            purged.keySet().forEach(category -> sums.merge(category, Json.number(purged, category), Integer::sum));
        }
        return sums;
    }

    /** What the ledger attests that went, by category. */
    private Map<String, Integer> attested() {
        var sums = new TreeMap<String, Integer>();
        var after = "";
        do {
            var page = agnes.get("/staff/ledger?after=" + after);
            for (var one : Json.list(page.json(), "entries")) {
                var entry = (Map<?, ?>) one;
                if ("records-purged".equals(entry.get("what"))) {
                    ((Map<?, ?>) ((Map<?, ?>) entry.get("details")).get("purged"))
                            .forEach((category, count) ->
                                    sums.merge(String.valueOf(category), (Integer) count, Integer::sum));
                }
            }
            after = page.text("next");
        } while (!after.isEmpty());
        return sums;
    }

    private LocalDate today() {
        return town.now().atZone(town.policy().zone()).toLocalDate();
    }

    private static String text(Map<String, AttributeValue> row, String name) {
        var value = row.get(name);
        return value == null || value.s() == null ? "" : value.s();
    }
}
