package dev.kept.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kept.http.Json;
import dev.kept.local.function.FunctionThrew;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Nobody asks, and still the data go on their day: not earlier, not later, and never what something keeps. Under a policy that
 * keeps the address from which an order came for four days, and what the law keeps for nine.
 */
@Execution(ExecutionMode.CONCURRENT)
// its scenarios one after another, all the same
@ResourceLock("SweepTest")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@OnlyLocally(OnlyLocally.INSIDE)
class SweepTest {
    private static final String POLICY = "sweeping";
    private static final String CATEGORY = "connection";
    private static final int DAYS = 4;
    /** For so many days the law keeps what belongs to the accounts. */
    private static final int LONGER = 9;

    private static final Set<String> FUNCTIONS = Set.of(
            "ApproveSweepFunction",
            "FinishSweepFunction",
            "PlanSweepFunction",
            "PurgeShardFunction",
            "ShowSweepsFunction");

    private static final Town APART = Town.under(POLICY, PolicyVariant.of(POLICY, SweepTest::keepForDays));

    private final Town town = APART.nextScenario();
    private final Office agnes = new Office(town, "agnes", "agent");
    private final Office aude = new Office(town, "aude", "auditor");

    private static void keepForDays(Map<String, Object> policy) {
        var categories = new LinkedHashMap<>(Json.child(policy, "categories"));
        categories.put(CATEGORY, kept(categories, CATEGORY, DAYS));
        categories.put("billing", kept(categories, "billing", LONGER));
        policy.put("categories", categories);
    }

    private static Map<String, Object> kept(Map<String, Object> categories, String name, int days) {
        var category = new LinkedHashMap<>(Json.child(categories, name));
        var rule = new LinkedHashMap<>(Json.child(category, "retention"));
        rule.put("event", "collection");
        rule.put("period", "P" + days + "D");
        category.put("retention", rule);
        return category;
    }

    @AfterAll
    static void leaves() {
        APART.close();
    }

    @Test
    void whatIsDueGoesOnTheDayAfterItsLastAndNotEarlier() {
        var marie = new Person(town).registers().orders().asks().confirms();
        agnes.approves(marie.requestId());

        days(DAYS);
        assertEquals(1, connections(marie), "its last day has not passed");
        assertEquals(Map.of(), Json.child(sweep(), "due"));

        days(1);
        assertEquals(0, connections(marie));
        assertFalse(town.places(marie.address()).isEmpty(), "the rest is hers still");
        var swept = sweep();
        assertEquals("finished", swept.get("state"));
        for (var what : List.of("due", "purged", "verified")) {
            assertEquals(1, Json.number(Json.child(swept, what), CATEGORY), swept.toString());
        }
        var attested = Json.list(swept, "attestations");
        assertEquals(1, attested.size());
        var entries = aude.entriesAbout("sweep." + today());
        assertEquals(
                List.of("records-purged", "sweep-finished"),
                entries.stream().map(entry -> entry.get("what")).toList());
        assertEquals(attested.get(0), entries.get(0).get("id"), entries.toString());

        var page = page("/staff/sweeps?day=" + today());
        assertTrue(page.contains("Terminé") && page.contains("Données de connexion"), page);
        var all = page("/staff/sweeps");
        assertTrue(all.contains("/staff/sweeps?day=" + today()) && all.contains("<svg"), all);
    }

    @Test
    void whatSomethingKeepsIsHeldBackWithItsReasonAndGoesAfterwards() {
        var held = new Person(town).registers().orders();
        var restricted =
                new Person(town).registers().orders().asksForRestriction().confirms();
        agnes.approves(restricted.requestId());
        var awaited = new Person(town).registers().orders();
        var hold = town.client()
                .post(
                        "/staff/holds",
                        Map.of(
                                "identifier",
                                Map.of("type", "email", "value", held.address()),
                                "categories",
                                List.of(CATEGORY),
                                "reason",
                                "LITIGATION",
                                "authority",
                                "Tribunal judiciaire",
                                "reviewBy",
                                town.now().plus(Duration.ofDays(60)).toString().substring(0, 10)),
                        town.staff("diane", "dpo"));
        assertEquals(201, hold.status(), hold.toString());

        days(DAYS);
        awaited.asks().confirms();
        days(1);
        var swept = sweep();
        assertEquals(3, Json.number(Json.child(swept, "due"), CATEGORY), swept.toString());
        assertEquals(Map.of(), Json.child(swept, "purged"));
        assertEquals(
                List.of("awaited 1", "held 1", "restricted 1"),
                Json.list(swept, "heldBack").stream()
                        .map(one -> (Map<?, ?>) one)
                        .map(one -> one.get("reason") + " " + one.get("count"))
                        .sorted()
                        .toList());
        var page = page("/staff/sweeps?day=" + today());
        assertTrue(page.contains("gel juridique") && page.contains("une réponse en préparation"), page);

        agnes.approves(awaited.requestId());
        assertEquals("answered", awaited.state());
        days(1);
        assertEquals(1, Json.number(Json.child(sweep(), "purged"), CATEGORY), sweep().toString());

        assertEquals(
                204,
                town.client()
                        .post(
                                "/staff/holds/" + hold.text("holdId") + "/release",
                                Map.of("reason", "ended"),
                                town.staff("diane", "dpo"))
                        .status());
        days(6);
        var later = sweep();
        assertEquals(1, Json.number(Json.child(later, "purged"), CATEGORY), later.toString());
        assertEquals(1, Json.list(later, "heldBack").size(), later.toString());
    }

    @Test
    void whatTheLawKeptGoesInTheEndAndNothingLeadsToHerAnyMore() {
        var marie = new Person(town).registers().orders().asksForDeletion().confirms();
        Office.bothApprove(town, marie.requestId());
        assertEquals("answered", marie.state());
        var personId = personId(marie);
        assertTrue(
                places(personId).containsAll(Set.of("Identifiers", "People", "Keys")),
                places(personId).toString());

        days(LONGER);
        assertTrue(places(personId).contains("People"), "its last day has not passed");
        days(1);
        assertTrue(Json.number(Json.child(sweep(), "purged"), "billing") >= 1, sweep().toString());
        assertTrue(
                places(personId).stream().noneMatch(Set.of("Identifiers", "People", "Keys")::contains),
                places(personId).toString());
    }

    /** As if a version of the policy before had kept it for nine days, and the records had been dated by that. */
    @Test
    void aRuleThatIsAnotherIsRehearsedAndWaitsUntilItIsApproved() {
        var marie = new Person(town).registers().orders().asks().confirms();
        agnes.approves(marie.requestId());
        var irene = new Person(town).registers().orders().asks().confirms();
        agnes.approves(irene.requestId());
        days(1);
        assertEquals(List.of(), Json.list(sweep(), "waiting"), "what moves nothing is taken into use unasked");
        keptFor(LONGER);

        days(DAYS);
        var swept = sweep();
        assertEquals("waiting", swept.get("state"), swept.toString());
        var waits = (Map<?, ?>) Json.list(swept, "waiting").get(0);
        assertEquals("new-rule", waits.get("reason"));
        assertEquals("COLLECTION P9D", waits.get("inUse"));
        assertEquals("COLLECTION P4D", waits.get("wanted"));
        assertTrue((Integer) waits.get("atOnce") >= 2, swept.toString());
        assertEquals(0, waits.get("later"));
        assertEquals(1, connections(marie), "nothing goes by a rule that nobody has approved");
        assertTrue(page("/staff/sweeps?day=" + today()).contains("Règles qui ne sont pas encore appliquées"));

        var approved = town.client()
                .post(
                        "/staff/sweeps/" + today() + "/approvals",
                        Map.of("category", CATEGORY, "count", waits.get("count")),
                        town.staff("diane", "dpo"));
        assertEquals(204, approved.status(), approved.toString());
        town.advance("PT15M");
        days(1);
        assertEquals("finished", sweep().get("state"), sweep().toString());
        assertEquals(0, connections(marie));
        assertEquals(0, connections(irene));
    }

    private void keptFor(int days) {
        var tables = town.behind().tables();
        tables.putItem(put -> put.tableName("kept-SweepsTable")
                .item(Map.of("shelf", s("rules"), "item", s(CATEGORY), "rule", s("COLLECTION P" + days + "D"))));
        tables.scanPaginator(scan -> scan.tableName("kept-PeopleTable")).items().stream()
                .filter(row -> CATEGORY.equals(text(row, "category")))
                .forEach(row -> {
                    var last = LocalDate.parse(text(row, "due")).plusDays(days - DAYS);
                    var shard = text(row, "dueDay").replaceFirst(".*#", "#");
                    var moved = new LinkedHashMap<>(row);
                    moved.put("due", s(last.toString()));
                    moved.put("dueDay", s(last + shard));
                    tables.putItem(put -> put.tableName("kept-PeopleTable").item(moved));
                });
    }

    private static String text(Map<String, AttributeValue> row, String name) {
        var value = row.get(name);
        return value == null || value.s() == null ? "" : value.s();
    }

    /** What it leaves behind would be too much for the others. */
    @Test
    @Order(Integer.MAX_VALUE - 1)
    void tooMuchWaitsUntilSomebodyHasApprovedJustThat() {
        var people = new ArrayList<Person>();
        for (var number = 0; number < 100; number++) {
            people.add(new Person(town).registers().orders());
        }
        var last = people.get(99);
        last.asks().confirms();
        agnes.approves(last.requestId());

        days(DAYS + 1);
        var swept = sweep();
        assertEquals("waiting", swept.get("state"), swept.toString());
        var waiting =
                Json.list(swept, "waiting").stream().map(one -> (Map<?, ?>) one).toList();
        var count = waiting.stream()
                .filter(one -> CATEGORY.equals(one.get("category")) && "too-much".equals(one.get("reason")))
                .mapToInt(one -> (Integer) one.get("count"))
                .sum();
        assertTrue(count >= 100, swept.toString());
        assertEquals(1, connections(last));
        assertTrue(page("/staff/sweeps?day=" + today()).contains("En attente"));

        var path = "/staff/sweeps/" + today() + "/approvals";
        var approval = Map.<String, Object>of("category", CATEGORY, "count", count);
        var paul = town.staff("paul", "approver");
        assertEquals(
                403,
                town.client().post(path, approval, town.staff("agnes", "agent")).status());
        assertEquals(
                409,
                town.client()
                        .post(path, Map.of("category", CATEGORY, "count", count - 1), paul)
                        .status());
        assertEquals(
                409,
                town.client()
                        .post(path, Map.of("category", "contact", "count", count), paul)
                        .status());
        assertEquals(
                422,
                town.client()
                        .post(path, Map.of("category", CATEGORY, "count", 0), paul)
                        .status());
        for (var unknown : List.of("2026-02-30", "yesterday", "2031-01-01")) {
            assertEquals(
                    404,
                    town.client()
                            .post("/staff/sweeps/" + unknown + "/approvals", approval, paul)
                            .status(),
                    unknown);
        }
        assertEquals("waiting", sweep().get("state"));

        for (var again = 0; again < 2; again++) {
            for (var which : waiting) {
                var wanted = Map.<String, Object>of(
                        "category", String.valueOf(which.get("category")), "count", which.get("count"));
                var answered = town.client().post(path, wanted, paul);
                assertEquals(204, answered.status(), answered.toString());
            }
            town.advance("PT15M");
        }
        var done = sweep();
        assertEquals("finished", done.get("state"), done.toString());
        assertEquals(
                count,
                Json.number(Json.child(done, "purged"), CATEGORY) + heldBack(done),
                "what somebody of them has restricted stays: " + done);
        assertEquals(Json.child(done, "purged"), attested());
        assertEquals(Json.number(Json.child(swept, "due"), CATEGORY), Json.number(Json.child(done, "due"), CATEGORY));
        assertEquals(0, connections(last));
        assertEquals(
                waiting.size(),
                aude.entriesAbout("sweep." + today()).stream()
                        .filter(entry -> "purge-approved".equals(entry.get("what")))
                        .count());

        days(1);
        assertEquals(
                409,
                town.client()
                        .post(path, Map.of("category", CATEGORY, "count", 7), paul)
                        .status(),
                "a later day has been swept");
        var refused = town.client().post(path, approval, "Accept", "text/html", paul[0], paul[1]);
        assertEquals(409, refused.status());
    }

    @Test
    void whoDiesInTheMiddleIsFinishedAndCountedOnce() {
        for (var death :
                List.of("TransactWriteItems kept-PeopleTable", "PutItem kept-SweepsTable", "PutObject sweeps/")) {
            var marie = new Person(town).registers().orders().asks().confirms();
            agnes.approves(marie.requestId());
            days(DAYS);
            var words = death.split(" ", 2);
            town.mishaps().dieAfter(words[0], words[1]);
            days(1);
            assertEquals(0, connections(marie), death);
            var swept = sweep();
            assertEquals("finished", swept.get("state"), death);
            assertEquals(1, Json.number(Json.child(swept, "purged"), CATEGORY), death + ": " + swept);
            assertEquals(Json.child(swept, "purged"), attested(), death);
        }
    }

    @Test
    void aDayThatWasMissedIsMadeUpForAndSeenToBeMissed() {
        var marie = new Person(town).registers().orders().asks().confirms();
        agnes.approves(marie.requestId());
        days(DAYS);
        town.mishaps().refuse("StartExecution", 3);
        days(1);
        assertEquals(1, connections(marie));
        assertEquals(404, aude.get("/staff/sweeps?day=" + today()).status());

        days(1);
        assertEquals(0, connections(marie));
        var missed = Json.list(aude.get("/staff/sweeps").json(), "sweeps").stream()
                .map(one -> (Map<?, ?>) one)
                .filter(one -> today().minusDays(1).toString().equals(one.get("day")))
                .findFirst()
                .orElseThrow();
        assertEquals("missed", missed.get("state"));
        assertTrue(page("/staff/sweeps").contains("Manqué"));
    }

    @Test
    void theSameDayTwiceIsOnceAndNoDayBeginsBeforeItHasCome() {
        days(1);
        var before = aude.entriesAbout("sweep." + today()).size();
        starts(town.now().toString());
        assertEquals(before, aude.entriesAbout("sweep." + today()).size());

        var tomorrow = town.now().plus(Duration.ofDays(1)).toString();
        assertThrows(FunctionThrew.class, () -> starts(tomorrow));
        assertThrows(FunctionThrew.class, () -> starts(""));
        assertEquals(404, aude.get("/staff/sweeps?day=" + today().plusDays(1)).status());
        assertEquals(422, aude.get("/staff/sweeps?day=tomorrow").status());
    }

    @Test
    @Order(Integer.MAX_VALUE)
    void whatTheFunctionsAreAllowedAndToldTheyNeed() {
        assertEquals(
                // a record whose day is moved by two at once is read again; DateRecordsTest shows it
                List.of("PlanSweepFunction dynamodb:GetItem PeopleTable"),
                town.behind().permissions().unused().stream()
                        .filter(grant -> FUNCTIONS.contains(grant.who()))
                        .map(grant -> grant.who() + " " + grant.action() + " "
                                + grant.resource().replaceFirst(".*kept-", ""))
                        .sorted()
                        .toList());
        assertEquals(
                List.of(),
                town.behind().functions().unreadSettings().stream()
                        .filter(setting -> FUNCTIONS.stream().anyMatch(name -> setting.startsWith(name + " ")))
                        .toList());
    }

    private static int heldBack(Map<String, Object> swept) {
        return Json.list(swept, "heldBack").stream()
                .map(one -> (Map<?, ?>) one)
                .filter(one -> CATEGORY.equals(one.get("category")))
                .mapToInt(one -> (Integer) one.get("count"))
                .sum();
    }

    /** What the ledger's entries attest that went today, by category. */
    private Map<String, Object> attested() {
        var sums = new TreeMap<String, Object>();
        aude.entriesAbout("sweep." + today()).stream()
                .filter(entry -> "records-purged".equals(entry.get("what")))
                .map(entry -> (Map<?, ?>) ((Map<?, ?>) entry.get("details")).get("purged"))
                .forEach(purged -> purged.forEach((category, count) ->
                        sums.merge(String.valueOf(category), count, (one, other) -> (Integer) one + (Integer) other)));
        return sums;
    }

    /** The schedule's event comes, and what it starts runs. */
    private void starts(String time) {
        town.behind().functions().invoke("StartSweepFunction", Map.of("source", "aws.events", "time", time));
        town.advance("PT1M");
    }

    private void days(int number) {
        town.advance("P" + number + "D");
    }

    private LocalDate today() {
        return town.now().atZone(town.policy().zone()).toLocalDate();
    }

    private Map<String, Object> sweep() {
        var answered = aude.get("/staff/sweeps?day=" + today());
        assertEquals(200, answered.status(), answered.toString());
        return answered.json();
    }

    private String page(String path) {
        var staff = town.staff("aude", "auditor");
        var page = town.client().get(path, "Accept", "text/html", "Accept-Language", "fr", staff[0], staff[1]);
        assertEquals(200, page.status(), page.body());
        return page.body();
    }

    /** How many records of that category the person has who was asked about. */
    private long connections(Person person) {
        var personId = personId(person);
        return town
                .behind()
                .tables()
                .queryPaginator(query -> query.tableName("kept-PeopleTable")
                        .keyConditionExpression("personId = :person AND begins_with(recordId, :category)")
                        .expressionAttributeValues(Map.of(":person", s(personId), ":category", s(CATEGORY + "."))))
                .items()
                .stream()
                .count();
    }

    /** The random id of the person who was asked about. */
    private String personId(Person person) {
        var request = town.behind()
                .tables()
                .getItem(get -> get.tableName("kept-RequestsTable")
                        .key(Map.of("requestId", s(person.requestId()), "item", s("request"))));
        return Objects.requireNonNull(request.item().get("personId")).s();
    }

    /** In what kinds of places a text stands. */
    private Set<String> places(String text) {
        return town.places(text).stream()
                .map(place -> place.replaceFirst("^\\S+ (\\S+).*", "$1"))
                .collect(Collectors.toSet());
    }

    private static AttributeValue s(String text) {
        return AttributeValue.fromS(text);
    }
}
