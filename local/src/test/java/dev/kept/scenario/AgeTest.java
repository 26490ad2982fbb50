package dev.kept.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kept.http.Json;
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

/** What other software holds beyond its time goes, and so do the files of requests, under a policy that keeps both for days. */
@Execution(ExecutionMode.CONCURRENT)
// its scenarios one after another, all the same
@ResourceLock("AgeTest")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@OnlyLocally(OnlyLocally.INSIDE)
class AgeTest {
    private static final String POLICY = "forgetful";

    private static final Town APART = Town.under(POLICY, PolicyVariant.of(POLICY, AgeTest::keepForDays));

    private static final Set<String> FUNCTIONS = Set.of("PurgeRequestsFunction", "PurgeSystemFunction");

    private final Town town = APART.nextScenario();
    private final Office agnes = new Office(town, "agnes", "agent");

    private static void keepForDays(Map<String, Object> policy) {
        var categories = new LinkedHashMap<>(Json.child(policy, "categories"));
        categories.put("support", kept(categories, "support", "collection", "P3D"));
        categories.put("requests", kept(categories, "requests", "request-answered", "P5D"));
        policy.put("categories", categories);
    }

    private static Map<String, Object> kept(Map<String, Object> categories, String name, String event, String period) {
        var category = new LinkedHashMap<>(Json.child(categories, name));
        var rule = new LinkedHashMap<>(Json.child(category, "retention"));
        rule.put("event", event);
        rule.put("period", period);
        category.put("retention", rule);
        return category;
    }

    @AfterAll
    static void leaves() {
        APART.close();
    }

    @Test
    @Order(1)
    void whatIsTooOldGoesButNotWhatSomethingKeeps() {
        var marie = new Person(town).registers();
        var held = new Person(town).registers();
        var restricted = new Person(town).registers().asksForRestriction().confirms();
        agnes.approves(restricted.requestId());
        var waiting = new Person(town).registers();
        var answered = town.client()
                .post(
                        "/staff/holds",
                        Map.of(
                                "identifier",
                                Map.of("type", "email", "value", held.address()),
                                "categories",
                                List.of("support"),
                                "reason",
                                "LITIGATION",
                                "authority",
                                "Tribunal judiciaire",
                                "reviewBy",
                                "2027-03-01"),
                        town.staff("diane", "dpo"));
        assertEquals(201, answered.status(), answered.toString());

        town.advance("P2D");
        waiting.asks().confirms();
        assertEquals(1, tickets(marie), "its last day has not passed");

        town.advance("P2D");
        assertEquals(0, tickets(marie));
        assertEquals(1, tickets(held));
        assertEquals(1, tickets(restricted));
        assertEquals(1, tickets(waiting), "her answer shows what she asked for");

        agnes.approves(waiting.requestId());
        assertEquals("answered", waiting.state());
        town.advance("P1D");
        assertEquals(0, tickets(waiting));

        assertEquals(
                204,
                town.client()
                        .post(
                                "/staff/holds/" + answered.text("holdId") + "/release",
                                Map.of("reason", "ended"),
                                town.staff("diane", "dpo"))
                        .status());
        town.advance("P1D");
        assertEquals(0, tickets(held));
        assertEquals(1, tickets(restricted));
    }

    @Test
    @Order(2)
    void theFileOfARequestGoesAndItsProofStays() {
        var marie = new Person(town).registers().asks().confirms();
        agnes.approves(marie.requestId());
        assertEquals("answered", marie.state());
        var there = town.places(marie.requestId()).toString();
        assertTrue(kinds(marie.requestId()).containsAll(Set.of("Requests", "Tasks", "Ledger")), there);

        town.advance("P5D");
        assertTrue(kinds(marie.requestId()).contains("Requests"), "its last day has not passed");
        town.advance("P1D");
        var left = kinds(marie.requestId());
        assertTrue(left.contains("Ledger"), left.toString());
        assertTrue(left.stream().noneMatch(Set.of("Requests", "Tasks", "Keys")::contains), left.toString());
        assertEquals(404, agnes.get("/staff/requests/" + marie.requestId()).status());
    }

    @Test
    @Order(Integer.MAX_VALUE)
    void whatTheFunctionsAreAllowedAndToldTheyNeed() {
        assertEquals(
                // a document that may go is one whose ten years are over
                List.of("s3:DeleteObjectVersion documents/*"),
                town.behind().permissions().unused().stream()
                        .filter(grant -> FUNCTIONS.contains(grant.who()))
                        .map(grant -> grant.action() + " "
                                + grant.resource().replaceFirst("^.*(?=SweepsTable|documents/)", ""))
                        .sorted()
                        .toList());
        assertEquals(
                List.of(),
                town.behind().functions().unreadSettings().stream()
                        .filter(setting -> FUNCTIONS.stream().anyMatch(name -> setting.startsWith(name + " ")))
                        .toList());
    }

    private int tickets(Person person) {
        return town.company().tickets(person.address()).size();
    }

    /** In what kinds of places a text stands. */
    private Set<String> kinds(String text) {
        return town.places(text).stream()
                .map(place -> place.replaceFirst("^\\S+ (\\S+).*", "$1"))
                .collect(Collectors.toSet());
    }
}
