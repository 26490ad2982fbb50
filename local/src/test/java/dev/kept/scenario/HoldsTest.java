package dev.kept.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kept.http.Json;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a legal hold covers does not go, the answer says so, and once it is released it goes by itself. */
class HoldsTest {
    private final Town town = Town.running();
    private final Office agnes = new Office(town, "agnes", "agent");
    private final String[] dora = town.staff("dora", "dpo");

    @Test
    void whatIsHeldStaysAndGoesOnRelease() {
        var marie = new Person(town).registers();
        var hold = placed(order(marie, List.of("support", "company")));
        marie.asksForDeletion().confirms();
        var plan = Outcomes.ofPlan(Json.child(agnes.task(marie.requestId()), "plan"));
        assertEquals(2, plan.get("helpdesk-tickets support withheld") + plan.get("kept company withheld"));

        Office.bothApprove(town, marie.requestId());
        assertEquals("answered", marie.state());
        var mail = town.lastMailTo(marie.address()).text();
        assertTrue(mail.contains("RGPD, art. 17(3)(e)"), mail);
        assertFalse(mail.contains("Tribunal"), "whose hold it is nobody is told");
        assertEquals(1, town.company().tickets(marie.address()).size());

        assertEquals(204, release(hold).status());
        town.letThemLookAgain();
        assertEquals(List.of(), town.company().tickets(marie.address()));
        var last = town.lastMailTo(marie.address()).text();
        assertFalse(last.contains("art. 17(3)"), last);
        assertEquals(404, release(hold).status(), "it is gone");
    }

    @Test
    void aHoldStopsNoAccess() {
        var marie = new Person(town).registers();
        var hold = placed(order(marie, List.of()));
        marie.asksForDeletion().confirms();
        Office.bothApprove(town, marie.requestId());
        assertEquals("answered", marie.state());

        var again = new Person(town, marie.address()).asks().confirms();
        var found = Json.list(agnes.task(again.requestId()), "found");
        assertTrue(found.contains(Map.of("system", "kept", "category", "contact", "count", 1)), found.toString());
        agnes.approves(again.requestId());
        assertEquals("answered", again.state());
        release(hold);
    }

    @Test
    void aHoldThatComesAfterTheApprovalIsKeptToo() {
        var marie = new Person(town).registers().asksForDeletion().confirms();
        town.mishaps().fail(marie.requestId(), "Begin Erasure", 1, "Lambda.ServiceException");
        Office.bothApprove(town, marie.requestId());
        var hold = placed(order(marie, List.of("support")));
        town.advance("PT1M");

        assertEquals("answered", marie.state());
        assertEquals(1, town.company().tickets(marie.address()).size());
        release(hold);
        town.letThemLookAgain();
        assertEquals(List.of(), town.company().tickets(marie.address()));
    }

    @OnlyLocally(OnlyLocally.TIME)
    @Test
    void aHoldReleasedWhileTheErasureIsOnItsWayIsCarriedOnAfterIt() {
        var marie = new Person(town).registers();
        var hold = placed(order(marie, List.of("support")));
        marie.asksForDeletion().confirms();
        town.mishaps().fail(marie.requestId(), "Finish Erasure", 3, "dev.kept.system.SystemUnavailable");
        Office.bothApprove(town, marie.requestId());
        assertEquals("carrying-out", marie.state());
        assertEquals(1, town.company().tickets(marie.address()).size());

        release(hold);
        town.advance("PT4H");

        assertEquals("answered", marie.state());
        assertEquals(List.of(), town.company().tickets(marie.address()));
    }

    @Test
    void aHoldNeedsAnAuthorityAKnownCategoryAndADayToCome() {
        var marie = new Person(town).registers();
        assertRefused("authority", without(order(marie, List.of()), "authority"));
        assertRefused("reason", without(order(marie, List.of()), "reason"));
        assertRefused("categories", order(marie, List.of("nothing-of-the-kind")));
        assertRefused("reviewBy", with(order(marie, List.of()), "reviewBy", "2020-01-01"));
        assertRefused("reviewBy", with(order(marie, List.of()), "reviewBy", "soon"));
        assertRefused(
                "identifier.value",
                with(order(marie, List.of()), "identifier", Map.of("type", "email", "value", "nobody")));
        assertEquals(
                403,
                town.client()
                        .post("/staff/holds", order(marie, List.of()), town.staff("agnes", "agent"))
                        .status());
        assertEquals(404, release("hgzkwqvnmtyxbplcrfjdsuaeoiyt").status());
        var page = town.client()
                .post(
                        "/staff/holds/hgzkwqvnmtyxbplcrfjdsuaeoiyt/release",
                        Map.of(),
                        dora[0],
                        dora[1],
                        "Accept",
                        "text/html");
        assertEquals(404, page.status());
        assertTrue(page.body().startsWith("<!DOCTYPE html>"), page.body());
    }

    @Test
    void theConsoleListsHoldsAndPlacesThemWithoutScript() {
        var marie = new Person(town).registers();
        var hold = placed(order(marie, List.of("support")));

        var listed = town.client().get("/staff/holds", dora);
        assertEquals(200, listed.status());
        var one = Json.list(listed.json(), "holds").stream()
                .map(tree -> (Map<?, ?>) tree)
                .filter(tree -> hold.equals(tree.get("holdId")))
                .findFirst()
                .orElseThrow();
        assertEquals("Tribunal judiciaire de Paris, RG 26/01234", one.get("authority"));
        assertFalse(listed.body().contains(marie.address()), "it does not say over whom");
        assertEquals(204, release(hold).status());
    }

    private void assertRefused(String field, Map<String, Object> order) {
        var refused = town.client().post("/staff/holds", order, dora);
        assertEquals(422, refused.status(), refused.toString());
        assertEquals(List.of(field), Json.list(refused.json(), "fields"));
    }

    private String placed(Map<String, Object> order) {
        var answered = town.client().post("/staff/holds", order, dora);
        assertEquals(201, answered.status(), answered.toString());
        return answered.text("holdId");
    }

    private Answered release(String holdId) {
        var answered = town.client().post("/staff/holds/" + holdId + "/release", Map.of(), dora);
        town.advance("PT0S");
        return answered;
    }

    private Map<String, Object> order(Person person, List<String> categories) {
        var order = new LinkedHashMap<String, Object>();
        order.put("identifier", Map.of("type", "email", "value", person.address()));
        order.put("categories", categories);
        order.put("reason", "LITIGATION");
        order.put("authority", "Tribunal judiciaire de Paris, RG 26/01234");
        order.put(
                "reviewBy",
                LocalDate.ofInstant(town.now(), ZoneOffset.UTC).plusDays(90).toString());
        return order;
    }

    private static Map<String, Object> without(Map<String, Object> order, String name) {
        order.remove(name);
        return order;
    }

    private static Map<String, Object> with(Map<String, Object> order, String name, Object value) {
        order.put(name, value);
        return order;
    }
}
