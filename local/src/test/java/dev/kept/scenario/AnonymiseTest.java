package dev.kept.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kept.http.Json;
import dev.kept.items.Items;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

/** Of what a policy anonymises the records go, and a number of people is left that tells of nobody. */
@Execution(ExecutionMode.CONCURRENT)
// its scenarios one after another, all the same
@ResourceLock("AnonymiseTest")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@OnlyLocally(OnlyLocally.INSIDE)
class AnonymiseTest {
    private static final int BATCH = 11;

    private static final String POLICY = "counting";

    private static final Town APART = Town.under(POLICY, PolicyVariant.of(POLICY, AnonymiseTest::count));

    private final Town town = APART.nextScenario();
    private final Office agnes = new Office(town, "agnes", "agent");

    /** Two categories are counted: one in Kept's own tables, one in another software's. */
    private static void count(Map<String, Object> policy) {
        var categories = new LinkedHashMap<>(Json.child(policy, "categories"));
        categories.put("support", counted(categories, "support", "channel", List.of("e-mail", "web")));
        categories.put("company", counted(categories, "company", "companySize", List.of("1-9", "10-49")));
        policy.put("categories", categories);
    }

    private static Map<String, Object> counted(
            Map<String, Object> categories, String name, String by, List<String> values) {
        var category = new LinkedHashMap<>(Json.child(categories, name));
        category.put("anonymise", Map.of("people", BATCH, "by", Map.of(by, Map.of("values", values))));
        return category;
    }

    @AfterAll
    static void leaves() {
        APART.close();
    }

    @Test
    @Order(1)
    void nobodyIsToldFromANumberAndNobodyIsCountedTwice() {
        for (var one = 1; one < BATCH; one++) {
            var marie = leaving();
            if (one == 2) {
                town.mishaps().dieAfter("TransactWriteItems", "StatisticsTable", marie.requestId(), "support");
            }
            if (one == 3) {
                town.mishaps().loseAnswer("TransactWriteItems", "StatisticsTable", marie.requestId(), "company");
            }
            goes(marie);
        }

        assertEquals(List.of(), figures(), "a batch that is not full");
        for (var row : rows()) {
            assertFalse(row.containsKey("traits"), "named before it may be");
            assertFalse(row.toString().contains("10-49"), "named by its key");
        }

        var last = leaving();
        town.mishaps().dieAfter("TransactWriteItems", "StatisticsTable", "companySize");
        goes(last);

        var year = 2026;
        assertEquals(
                List.of(
                        Map.of(
                                "category",
                                "company",
                                "system",
                                "kept",
                                "year",
                                year,
                                "traits",
                                Map.of("companySize", "10-49"),
                                "people",
                                BATCH),
                        Map.of(
                                "category",
                                "support",
                                "system",
                                "helpdesk-tickets",
                                "year",
                                year,
                                "traits",
                                Map.of("channel", "web"),
                                "people",
                                BATCH)),
                figures());
        assertEquals(List.of(0L, 0L), waiting(), "all have been counted");
        assertEquals(
                List.of(),
                town.places(last.address()).stream()
                        .filter(place -> !place.startsWith("mail ") && !place.startsWith("object billingdocuments"))
                        .toList());
        var bearer = town.staff("aude", "auditor");
        var page = town.client().get("/staff/statistics", bearer[0], bearer[1], "Accept", "text/html");
        assertTrue(page.body().contains("companySize: 10-49"), page.body());
    }

    @Test
    @Order(2)
    void thePlanTheAnswerAndTheReceiptSaySo() {
        var marie = leaving();
        var planned = Outcomes.ofPlan(Json.child(agnes.task(marie.requestId()), "plan"));
        assertTrue(planned.get("helpdesk-tickets support anonymised") >= 2, planned.toString());
        assertEquals(1, planned.get("kept company anonymised"));

        var named = named();
        goes(marie);
        assertEquals(List.of(1L, 1L), waiting());
        assertEquals(named, named(), "nor is anybody told from two readings of the table");

        assertEquals(planned, Outcomes.ofReceipt(Receipt.of(town, marie)));
        var mail = town.lastMailTo(marie.address()).text();
        assertTrue(mail.contains("par groupes de 11 au moins"), mail);
    }

    /** She has asked for her deletion and shown that it was her. */
    private Person leaving() {
        var marie = new Person(town).registersWith(Map.of("companySize", "10-49"));
        town.company().opensTicket(marie.address(), "A question of mine");
        town.company().opensTicket(marie.address(), "And another");
        return marie.asksForDeletion().confirms();
    }

    private void goes(Person person) {
        Office.bothApprove(town, person.requestId());
        // whose function died is carried on
        town.advance("PT1M");
        assertEquals("answered", person.state());
    }

    private List<?> figures() {
        return Json.list(agnes.get("/staff/statistics").json(), "figures");
    }

    private List<Long> waiting() {
        return rows().stream()
                .filter(row -> row.containsKey("waiting"))
                .map(row -> {
                    assertFalse(row.containsKey("traits") || row.containsKey("people"), row.toString());
                    return Items.number(row, "waiting");
                })
                .toList();
    }

    private Set<Map<String, AttributeValue>> named() {
        return rows().stream().filter(row -> row.containsKey("traits")).collect(Collectors.toSet());
    }

    private List<Map<String, AttributeValue>> rows() {
        var table = town.behind().tables();
        var name = table.listTables().tableNames().stream()
                .filter(each -> each.contains("StatisticsTable"))
                .findFirst()
                .orElseThrow();
        return table.scan(scan -> scan.tableName(name)).items();
    }
}
