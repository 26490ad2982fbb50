package dev.kept.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kept.http.Json;
import dev.kept.items.Items;
import dev.kept.local.function.FunctionThrew;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;

/**
 * An operator has restored tables to a moment at which people were known who have been erased since: before anything of the
 * copies comes back they hold nothing of those people any more.
 */
@Execution(ExecutionMode.CONCURRENT)
// its scenarios one after another, all the same
@ResourceLock("RestoreTest")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@OnlyLocally(OnlyLocally.INSIDE)
class RestoreTest {
    private static final String FUNCTION = "ReplayErasuresFunction";
    private static final String SUFFIX = "-restored";
    /** The tables whose copies are replayed, by the names that an operator gives. */
    private static final Map<String, String> TABLES = new TreeMap<>(Map.of(
            "People", "PeopleTable",
            "Identifiers", "IdentifiersTable",
            "Requests", "RequestsTable",
            "helpdesk-tickets", "HelpdeskTicketsTable"));

    private static final Town APART = Town.apart();

    private final Town town = APART.nextScenario();
    private final Office agnes = new Office(town, "agnes", "agent");

    @AfterAll
    static void leaves() {
        APART.close();
    }

    @AfterEach
    void noCopyIsLeft() {
        tables().listTablesPaginator().tableNames().stream()
                .filter(name -> name.endsWith(SUFFIX))
                .forEach(name -> tables().deleteTable(delete -> delete.tableName(name)));
    }

    @Order(Integer.MAX_VALUE)
    @Test
    void whatTheFunctionIsAllowedAndToldItNeeds() {
        assertEquals(
                List.of(),
                town.behind().permissions().unused().stream()
                        .filter(grant -> grant.who().equals(FUNCTION))
                        .toList());
        assertEquals(
                List.of(),
                town.behind().functions().unreadSettings().stream()
                        .filter(setting -> setting.startsWith(FUNCTION + " "))
                        .toList());
    }

    @Test
    void nothingOfAnErasedPersonIsLeftInAnyCopy() {
        var phone = town.newPhone();
        var name = "Marie Sklodowska " + phone.substring(8);
        var marie = Person.registeredAs(town, name, phone).asksForDeletion().confirms();
        var irene = new Person(town).registers().asks().confirms();
        var moment = restoreAll();
        var traces = new ArrayList<>(List.of(marie.address(), phone, name, personId(marie)));
        hashes(personId(marie)).forEach(traces::add);
        assertEquals(6, traces.size(), "two keyed hashes lead to her");
        var before = inCopies(irene.address());
        erase(marie);
        assertFalse(inCopies(marie.address()).isEmpty(), "the copies know her still");

        for (var table : TABLES.keySet()) {
            var replayed = replay(table, moment);
            assertEquals(0, replayed.get("left"), table);
            assertEquals(false, replayed.get("more"), table);
            assertTrue(Json.number(replayed, "erased") > 0, table + " " + replayed);
            assertEquals(0, Json.number(replay(table, moment), "erased"), table + ": twice is once");
        }

        traces.forEach(trace -> assertEquals(
                List.of(),
                inCopies(trace).stream()
                        // whose request it was, by a random id, stays as proof
                        .filter(place -> !place.startsWith("table RequestsTable"))
                        .toList()));
        assertEquals(before, inCopies(irene.address()));
        assertEquals(
                rows("PeopleTable", "personId", personId(irene)),
                rows("PeopleTable" + SUFFIX, "personId", personId(irene)));
        var entered = new Office(town, "aude", "auditor").entriesAbout("People");
        assertTrue(
                entered.stream().anyMatch(entry -> "erasures-replayed".equals(entry.get("what"))), entered.toString());
    }

    @Test
    void whatTheLawKeepsStaysAndComesBackAsThatOnly() {
        var marie = new Person(town).registers().orders().asksForDeletion().confirms();
        var moment = restoreAll();
        erase(marie);
        var person = personId(marie);
        var kept = rows("PeopleTable", "personId", person);
        assertEquals(
                List.of("#identifiers", "#set-apart", "billing"),
                kept.stream().map(RestoreTest::kind).sorted().toList());
        var leading = hashes(person);
        loses("PeopleTable", row -> person.equals(text(row, "personId")));
        loses("IdentifiersTable", row -> leading.contains(text(row, "identifier")));

        replay("People", moment);
        assertEquals(
                List.of("#identifiers", "#set-apart", "billing"),
                rows("PeopleTable" + SUFFIX, "personId", person).stream()
                        .map(RestoreTest::kind)
                        .sorted()
                        .toList());
        assertTrue(Json.number(putBack("People", moment), "put") >= 3);
        replay("Identifiers", moment);
        putBack("Identifiers", moment);

        assertEquals(kept, rows("PeopleTable", "personId", person));
        for (var row : rows("IdentifiersTable", "archived", person)) {
            assertFalse(row.containsKey("personId"), "she leads nowhere but to what is kept");
        }
        var again = new Person(town, marie.address()).asks().confirms();
        assertEquals(
                List.of(Map.of("system", "kept", "category", "billing", "count", 1)),
                Json.list(agnes.task(again.requestId()), "found").stream()
                        .filter(found -> "kept".equals(((Map<?, ?>) found).get("system")))
                        // what she has asked is known of her, too
                        .filter(found -> !"requests".equals(((Map<?, ?>) found).get("category")))
                        .toList());
    }

    @Test
    void aCopyFromBetweenTheBeginningAndTheErasureIsErasedToo() {
        var marie = new Person(town).registers().asksForDeletion().confirms();
        town.mishaps().fail(marie.requestId(), "Begin Erasure", 1, "Lambda.ServiceException");
        Office.bothApprove(town, marie.requestId());
        town.company().off("helpdesk-tickets", town.now().plus(Duration.ofDays(1)));
        town.advance("PT6H");
        var moment = restore("HelpdeskTicketsTable");
        town.advance("P2D");
        assertEquals("answered", marie.state());

        assertTrue(Json.number(replay("helpdesk-tickets", moment), "erased") > 0);

        assertEquals(List.of(), inCopies(marie.address()));
    }

    @Test
    void whoWasErasedWhileHerRowsWereLostStaysErased() {
        var marie = new Person(town).registers();
        var moment = restore("HelpdeskTicketsTable");
        loses("HelpdeskTicketsTable", row -> row.containsValue(AttributeValue.fromS(marie.address())));
        erase(marie.asksForDeletion().confirms());

        replay("helpdesk-tickets", moment);
        putBack("helpdesk-tickets", moment);

        assertEquals(List.of(), town.company().tickets(marie.address()));
    }

    @Test
    void whatWasLostComesBackAndWhatIsNewerStays() {
        var irene = new Person(town).registers().orders();
        var marie = new Person(town).registers().asksForDeletion().confirms();
        var moment = restoreAll();
        erase(marie);
        var probe = new Person(town, irene.address()).asks().confirms();
        var person = personId(probe);
        agnes.approves(probe.requestId());
        var before = live(person);
        assertTrue(before.size() > 2);
        loses("PeopleTable", row -> person.equals(text(row, "personId")));
        loses("IdentifiersTable", row -> person.equals(text(row, "personId")));
        loses("HelpdeskTicketsTable", row -> row.containsValue(AttributeValue.fromS(irene.address())));
        town.company().opensTicket(irene.address(), "Newer");

        for (var table : List.of("People", "Identifiers", "helpdesk-tickets")) {
            replay(table, moment);
            var put = putBack(table, moment);
            assertEquals(false, put.get("more"), table);
            assertTrue(Json.number(put, "put") > 0, table);
            assertEquals(0, Json.number(putBack(table, moment), "put"), "twice is once");
        }

        assertEquals(before, live(person));
        assertEquals(3, town.company().tickets(irene.address()).size());
        var asked = new Person(town, irene.address()).asks().confirms();
        assertTrue(Json.list(agnes.task(asked.requestId()), "found").size() > 3, "she is known again");
        assertEquals(List.of(), town.company().tickets(marie.address()));
        assertEquals(List.of(), live(personId(marie)));
    }

    @Test
    void whoCameBackMeanwhileIsToldApart() {
        var irene = new Person(town).registers().asks().confirms();
        var moment = restoreAll();
        var person = personId(irene);
        loses("PeopleTable", row -> person.equals(text(row, "personId")));
        loses("IdentifiersTable", row -> person.equals(text(row, "personId")));
        new Person(town, irene.address()).registers();

        replay("Identifiers", moment);

        assertEquals(1, Json.number(putBack("Identifiers", moment), "others"));
    }

    @Test
    void aCorrectionThatACopyUndoesIsAppliedAgain() {
        var wrong = town.newPhone();
        var right = town.newPhone();
        var marie = new Person(town).registersWith(Map.of("phone", wrong));
        var moment = restoreAll();
        marie.proposes(Map.of("phone", right)).confirms();
        agnes.approves(marie.requestId());
        var person = personId(marie);
        loses(
                "PeopleTable",
                row -> person.equals(text(row, "personId")) && !kind(row).startsWith("#"));
        loses("HelpdeskTicketsTable", row -> row.containsValue(AttributeValue.fromS(marie.address())));

        for (var table : List.of("People", "helpdesk-tickets", "Identifiers")) {
            replay(table, moment);
            var put = putBack(table, moment);
            assertEquals(table.equals("Identifiers") ? 0 : 1, Json.number(put, "corrected"), table + " " + put);
        }

        assertEquals(List.of(), places("HelpdeskTicketsTable", wrong));
        assertFalse(places("HelpdeskTicketsTable", right).isEmpty());
        var old = new Person(town).registersWith(Map.of("phone", wrong)).asks().confirms();
        assertFalse(person.equals(personId(old)), "the old number leads to whoever gives it now");
        var asked = new Person(town, marie.address()).asks().confirms();
        agnes.approves(asked.requestId());
        assertEquals("answered", asked.state());
    }

    @Test
    void aRestrictionThatHasEndedDoesNotComeBack() {
        var marie = new Person(town)
                .registers()
                .proposes(Map.of("name", "Marie Sklodowska"))
                .confirms();
        var person = personId(marie);
        var moment = restore("PeopleTable");
        assertEquals(
                1,
                rows("PeopleTable" + SUFFIX, "personId", person).stream()
                        .filter(row -> kind(row).startsWith("#restricted"))
                        .count());
        agnes.approves(marie.requestId());

        replay("People", moment);
        assertTrue(Json.number(putBack("People", moment), "left") >= 1);

        assertEquals(
                List.of(),
                live(person).stream()
                        .map(RestoreTest::kind)
                        .filter(kind -> kind.startsWith("#restricted"))
                        .toList());
    }

    @Test
    void whatAHoldKeepsStaysInTheCopy() {
        var marie = new Person(town).registers().asksForDeletion().confirms();
        var moment = restore("HelpdeskTicketsTable");
        erase(marie);
        var dora = town.staff("dora", "dpo");
        var placed = town.client()
                .post(
                        "/staff/holds",
                        Map.of(
                                "identifier", Map.of("type", "email", "value", marie.address()),
                                "categories", List.of("support"),
                                "reason", "LITIGATION",
                                "authority", "Tribunal judiciaire de Paris, RG 26/01234",
                                "reviewBy",
                                        LocalDate.ofInstant(town.now(), ZoneOffset.UTC)
                                                .plusDays(90)
                                                .toString()),
                        dora);
        assertEquals(201, placed.status(), placed.toString());

        replay("helpdesk-tickets", moment);
        assertFalse(inCopies(marie.address()).isEmpty());
        town.client().post("/staff/holds/" + placed.text("holdId") + "/release", Map.of(), dora);
        replay("helpdesk-tickets", moment);

        assertEquals(List.of(), inCopies(marie.address()));
    }

    @Test
    void nothingComesBackBeforeTheErasuresAreReplayed() {
        var marie = new Person(town).registers().asksForDeletion().confirms();
        var irene = new Person(town).registers().asksForDeletion().confirms();
        var moment = restore("HelpdeskTicketsTable");
        erase(marie);
        refused("replay them first", order("helpdesk-tickets", moment, true));

        replay("helpdesk-tickets", moment);
        erase(irene);
        refused("replay them once more", order("helpdesk-tickets", moment, true));
        refused("replay them first", order("helpdesk-tickets", moment, true));
        assertEquals(List.of(), town.company().tickets(irene.address()));

        replay("helpdesk-tickets", moment);
        putBack("helpdesk-tickets", moment);
        assertEquals(List.of(), town.company().tickets(irene.address()));
        tables().deleteTable(delete -> delete.tableName(name("HelpdeskTicketsTable") + SUFFIX));
        copy("HelpdeskTicketsTable");
        refused("replay them first", order("helpdesk-tickets", moment, true));
    }

    @Test
    void anErasureWaitsWhileRowsArePutBack() {
        var marie = new Person(town).registers().asksForDeletion().confirms();
        for (var system : List.of("kept", "helpdesk-tickets")) {
            tables().putItem(put -> put.tableName(name("ErasuresTable"))
                    .item(Map.of(
                            "day", AttributeValue.fromS("putting-back"),
                            "id", AttributeValue.fromS(system),
                            "until", Items.s(town.now().plus(Duration.ofMinutes(20))))));
        }
        var moment = restore("HelpdeskTicketsTable");
        replay("helpdesk-tickets", moment);
        refused("Another call puts rows back", order("helpdesk-tickets", moment, true));
        Office.bothApprove(town, marie.requestId());
        town.advance("PT10M");
        assertEquals("carrying-out", marie.state());
        assertFalse(town.company().tickets(marie.address()).isEmpty());

        town.advance("PT4H");
        assertEquals("answered", marie.state());
        assertEquals(List.of(), town.company().tickets(marie.address()));
    }

    @Test
    void aCallThatCannotDoAllSaysThatThereIsMore() {
        var marie = new Person(town).registers().asksForDeletion().confirms();
        for (int i = 0; i < 3; i++) {
            new Person(town).registers();
        }
        var moment = restore("IdentifiersTable");
        erase(marie);
        var order = new HashMap<>(order("Identifiers", moment, false));
        order.put("atMost", 1);

        var calls = untilDone(order);
        assertTrue(calls > 3, calls + " calls");
        assertEquals(List.of(), rows("IdentifiersTable" + SUFFIX, "personId", personId(marie)));

        order.put("putBack", true);
        calls = untilDone(order);
        assertTrue(calls > 3, calls + " calls");
    }

    private int untilDone(Map<String, Object> order) {
        var calls = 1;
        while (Boolean.TRUE.equals(call(order).get("more"))) {
            calls++;
            assertTrue(calls < 2000, "it never came to an end");
        }
        return calls;
    }

    @Test
    void whereverACallDiesTheNextOneEndsIt() {
        var write = 1;
        while (survives(write)) {
            assertTrue(write < 200, "it never came to an end");
            write++;
        }
        assertTrue(write > 10, "there are more writes than " + write);
    }

    /** Whether there was a write of that number to die after. */
    private boolean survives(int write) {
        var marie = new Person(town).registers().asksForDeletion().confirms();
        var irene = new Person(town).registers().asks().confirms();
        var person = personId(irene);
        var both = List.of(person, personId(marie));
        copy("PeopleTable", row -> both.contains(text(row, "personId")));
        var moment = town.now();
        erase(marie);
        var before = live(person);
        loses("PeopleTable", row -> person.equals(text(row, "personId")));

        town.localMishaps().dieAfterWrite(write);
        for (var putBack : List.of(false, true)) {
            try {
                call(order("People", moment, putBack));
            } catch (FunctionThrew died) {
                town.advance("PT21M");
                call(order("People", moment, putBack));
            }
        }
        var died = town.localMishaps().hasDied();

        var told = "after write " + write;
        assertEquals(before, live(person), told);
        assertEquals(List.of(), live(personId(marie)), told);
        assertEquals(List.of(), rows("PeopleTable" + SUFFIX, "personId", personId(marie)), told);
        noCopyIsLeft();
        return died;
    }

    @Test
    void whatCannotBeDoneSaysHowToGoOn() {
        var moment = restore("PeopleTable");
        refused(
                "table has to be one of People, Identifiers, Requests, helpdesk-tickets",
                order("Ledger", moment, false));
        refused("There is no table kept-IdentifiersTable-restored", order("Identifiers", moment, false));
        refused("lies in the future", order("People", moment.plusSeconds(1), false));
        refused("which reach back to", order("People", moment.minus(Duration.ofDays(43)), false));
        refused("2026-11-20T08:00:00Z", Map.of("table", "People", "restoredTo", "yesterday"));
        refused("table has to be one of", Map.of("restoredTo", moment.toString()));
        restore("RequestsTable");
        refused("not put back one by one", order("Requests", moment, true));
        var written = tables().scanPaginator(scan -> scan.tableName(name("ErasuresTable"))).items().stream()
                .filter(row -> row.containsKey("system"))
                .toList();
        assertTrue(written.stream().allMatch(row -> row.containsKey("expires")), "none is kept for ever");
    }

    private void erase(Person person) {
        town.advance("PT30M");
        Office.bothApprove(town, person.requestId());
        assertEquals("answered", person.state());
    }

    private Map<String, Object> replay(String table, Instant moment) {
        return call(order(table, moment, false));
    }

    private Map<String, Object> putBack(String table, Instant moment) {
        return call(order(table, moment, true));
    }

    private static Map<String, Object> order(String table, Instant moment, boolean putBack) {
        return Map.of("table", table, "restoredTo", moment.toString(), "putBack", putBack);
    }

    @SuppressWarnings("unchecked")
    private Map<String, Object> call(Map<String, Object> order) {
        return (Map<String, Object>)
                Objects.requireNonNull(town.behind().functions().invoke(FUNCTION, order));
    }

    private void refused(String words, Map<String, Object> order) {
        var refused = assertThrows(FunctionThrew.class, () -> call(order));
        var said = String.valueOf(Objects.requireNonNull(refused.getCause()).getMessage());
        assertTrue(said.contains(words), said);
    }

    private Instant restoreAll() {
        TABLES.values().forEach(this::copy);
        return town.now();
    }

    private Instant restore(String table) {
        copy(table);
        return town.now();
    }

    /** As AWS does it: the table of this moment under another name. */
    private void copy(String table) {
        copy(table, row -> true);
    }

    private void copy(String table, Predicate<Map<String, AttributeValue>> which) {
        var live = name(table);
        var described =
                tables().describeTable(describe -> describe.tableName(live)).table();
        var keys = described.keySchema().stream()
                .map(KeySchemaElement::attributeName)
                .toList();
        tables().createTable(create -> create.tableName(live + SUFFIX)
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .keySchema(described.keySchema())
                .attributeDefinitions(described.attributeDefinitions().stream()
                        .filter(attribute -> keys.contains(attribute.attributeName()))
                        .toList()));
        all(live).stream()
                .filter(which)
                .forEach(row ->
                        tables().putItem(put -> put.tableName(live + SUFFIX).item(row)));
    }

    private void loses(String table, Predicate<Map<String, AttributeValue>> lost) {
        var described = tables().describeTable(describe -> describe.tableName(name(table)))
                .table();
        var keys = described.keySchema().stream()
                .map(KeySchemaElement::attributeName)
                .toList();
        all(name(table)).stream().filter(lost).forEach(row -> {
            var key = new HashMap<>(row);
            key.keySet().retainAll(keys);
            tables().deleteItem(delete -> delete.tableName(name(table)).key(key));
        });
    }

    private List<Map<String, AttributeValue>> live(String person) {
        return rows("PeopleTable", "personId", person);
    }

    /** The rows of a table that have this text there. */
    private List<Map<String, AttributeValue>> rows(String table, String attribute, String text) {
        var name = table.endsWith(SUFFIX) ? name(table.replace(SUFFIX, "")) + SUFFIX : name(table);
        return all(name).stream()
                .filter(row -> row.containsKey(attribute)
                        && (text.equals(row.get(attribute).s())
                                || row.get(attribute).ss().contains(text)))
                .toList();
    }

    private List<Map<String, AttributeValue>> all(String name) {
        return tables().scanPaginator(scan -> scan.tableName(name).consistentRead(true)).items().stream()
                .toList();
    }

    /** The keyed hashes that lead to a person. */
    private List<String> hashes(String person) {
        return rows("IdentifiersTable" + SUFFIX, "personId", person).stream()
                .map(row -> text(row, "identifier"))
                .toList();
    }

    private String personId(Person person) {
        var row = tables().getItem(get -> get.tableName(name("RequestsTable"))
                        .key(Map.of(
                                "requestId", AttributeValue.fromS(person.requestId()),
                                "item", AttributeValue.fromS("request"))))
                .item();
        return text(row, "personId");
    }

    /** Where a text stands in copies. */
    private List<String> inCopies(String text) {
        return town.places(text).stream()
                .filter(place -> place.startsWith("table ") && place.contains(SUFFIX))
                .toList();
    }

    private List<String> places(String table, String text) {
        return town.places(text).stream()
                .filter(place -> place.startsWith("table " + table.replace("Table", "") + " "))
                .toList();
    }

    /** A note's id, or the category of a record. */
    private static String kind(Map<String, AttributeValue> row) {
        var id = text(row, "recordId");
        return id.startsWith("#") ? id : text(row, "category");
    }

    private static String text(Map<String, AttributeValue> row, String name) {
        return Items.find(row, name).orElse("");
    }

    private DynamoDbClient tables() {
        return town.behind().tables();
    }

    private String name(String table) {
        return Objects.requireNonNull(town.behind().template().tables().get(table))
                .name();
    }
}
