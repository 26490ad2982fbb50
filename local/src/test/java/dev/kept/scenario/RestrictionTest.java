package dev.kept.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kept.http.Json;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** People have their data restricted, and object to what is done with them (GDPR art. 18 and 21). */
class RestrictionTest {
    private final Town town = Town.running();
    private final Office agnes = new Office(town, "agnes", "agent");
    private final Office paul = new Office(town, "paul", "approver");

    @Test
    void dataAreRestrictedAtOnceAndStaySoWhenItIsApproved() {
        var marie = new Person(town).registers().asksForRestriction().confirms();

        assertEquals(List.of("RESTRICTION_ASKED"), reasons(marie.requestId()));
        var task = agnes.task(marie.requestId());
        assertEquals("decide-restriction", task.get("kind"));
        assertEquals(List.of("RESTRICTION_ASKED"), reasons(task));

        assertEquals("carrying-out", agnes.approves(marie.requestId()));

        assertEquals("answered", marie.state());
        var letter = town.lastMailTo(marie.address());
        assertEquals("Vos données ne sont plus utilisées comme avant", letter.subject());
        assertTrue(letterTo(marie).contains("Nous vous préviendrons avant"), letter.text());
        assertEquals(List.of("RESTRICTION_ASKED"), reasons(marie.requestId()));
        assertEquals("restricted", outcomes(marie).get("kept"));
        assertEquals("unavailable", outcomes(marie).get("helpdesk-tickets"), "staff see to it there");
    }

    @Test
    void whoIsRefusedIsToldBeforeTheRestrictionEnds() {
        var marie = new Person(town).registers().asksForRestriction().confirms();

        var refused = agnes.decides(agnes.task(marie.requestId()), "refuse", "RESTRICTION_NOT_MET", "");

        assertEquals(200, refused.status(), refused.toString());
        assertEquals("refused", marie.state());
        var letter = letterTo(marie);
        assertTrue(letter.contains("Cela cesse après ce message"), letter);
        assertTrue(letter.contains("CNIL"), letter);
        assertEquals(List.of(), reasons(marie.requestId()));
        var entries = agnes.entriesAbout(marie.requestId()).stream()
                .map(entry -> String.valueOf(entry.get("what")))
                .toList();
        assertTrue(entries.indexOf("request-refused") < entries.indexOf("restriction-lifted"), entries.toString());
    }

    @Test
    void whatSheSendsWhileRestrictedIsStoredAndLeftRestricted() {
        var marie = new Person(town).registers().asksForRestriction().confirms();
        agnes.approves(marie.requestId());

        marie.orders();

        assertEquals(List.of("RESTRICTION_ASKED"), reasons(marie.requestId()));
        var restricted = marie.requestId();
        marie.asksForAccess().confirms();
        var task = agnes.task(marie.requestId());
        assertTrue(Json.text(task).contains("order"), "access is her own right: " + task);
        assertEquals(List.of("RESTRICTION_ASKED"), reasons(task), "and says so in all her requests");
        assertEquals(restricted, ((Map<?, ?>) Json.list(task, "restrictions").get(0)).get("requestId"));
    }

    @Test
    void aRestrictionIsLiftedByAnApproverAndThePersonIsToldFirst() {
        var marie = new Person(town).registers().asksForRestriction().confirms();
        assertEquals(409, lifts("paul", "approver", marie).status(), "it is still being decided");
        agnes.approves(marie.requestId());
        assertEquals(403, lifts("agnes", "agent", marie).status());

        assertEquals(204, lifts("paul", "approver", marie).status());

        assertEquals(
                "La limitation de vos données prend fin",
                town.lastMailTo(marie.address()).subject());
        assertEquals(List.of(), reasons(marie.requestId()));
        assertEquals(404, lifts("paul", "approver", marie).status(), "there is none any more");
    }

    @Test
    void whoWithdrawsIsFreeAgain() {
        var marie = new Person(town).registers().asksForRestriction().confirms();

        marie.withdraws();

        assertEquals("withdrawn", marie.state());
        assertEquals(List.of(), reasons(marie.requestId()));
    }

    @Test
    void marketingStopsWithoutAnybodyDeciding() {
        var marie =
                new Person(town).registersAndSubscribes().objectsTo("marketing").confirms();

        assertEquals("answered", marie.state());
        var letter = letterTo(marie);
        assertTrue(letter.contains("Nous ne vous envoyons plus de prospection"), letter);
        assertTrue(letter.contains("empreinte codée"), letter);
        assertEquals(Map.of("kept", "erased", "mailing-service", "erased"), outcomes(marie));
        assertEquals(List.of(), reasons(marie.requestId()), "nothing is examined, so nothing is restricted");

        marie.asksForAccess().confirms();
        assertFalse(Json.text(Json.list(agnes.task(marie.requestId()), "found")).contains("marketing"));
    }

    @Test
    void anObjectionThatNamesNothingStopsMarketingAndIsDecidedForTheRest() {
        var marie = new Person(town).registersAndSubscribes().objectsTo().confirms();

        assertEquals("deciding", marie.state());
        assertEquals(List.of("OBJECTION_EXAMINED"), reasons(marie.requestId()));
        var task = agnes.task(marie.requestId());
        assertTrue(Json.list(Json.child(task, "plan"), "categories").contains("company"), task.toString());

        agnes.approves(marie.requestId());

        assertEquals("answered", marie.state());
        var letter = letterTo(marie);
        assertTrue(letter.contains("Informations sur l’entreprise"), letter);
        assertEquals(List.of(), reasons(marie.requestId()), "the objection stands, the examination is over");
    }

    @Test
    void anObjectionIsRefusedOnCompellingGroundsAndMarketingStaysStopped() {
        var marie = new Person(town)
                .registersAndSubscribes()
                .objectsTo("company", "marketing")
                .confirms();

        agnes.decides(agnes.task(marie.requestId()), "refuse", "COMPELLING_GROUNDS", "");

        assertEquals("refused", marie.state());
        var letter = letterTo(marie);
        assertTrue(letter.contains("reste arrêtée"), letter);
        marie.asksForAccess().confirms();
        assertFalse(Json.text(Json.list(agnes.task(marie.requestId()), "found")).contains("marketing"));
    }

    @Test
    void aPlainFormSendsWhatIsObjectedToAsTickedBoxes() {
        var marie = new Person(town).registersAndSubscribes();

        var answered = town.client()
                .submit(
                        "/requests",
                        Map.of(
                                "kind", "objection",
                                "identifier.type", "email",
                                "identifier.value", marie.address(),
                                "language", "fr",
                                "details.purposes.marketing", "on"));

        assertEquals(303, answered.status(), answered.toString());
        town.advance("PT0S");
        assertTrue(town.lastMailTo(marie.address()).text().contains("Opposition"));
    }

    @Test
    void anErasureKeepsTheSuppressionAndSaysSo() {
        var subscriber =
                new Person(town).registersAndSubscribes().asksForDeletion().confirms();
        var another = new Person(town).registers().asksForDeletion().confirms();
        Office.bothApprove(town, subscriber.requestId());
        Office.bothApprove(town, another.requestId());

        assertEquals("answered", subscriber.state());
        assertTrue(letterTo(subscriber).contains("empreinte codée"), letterTo(subscriber));
        assertFalse(letterTo(another).contains("empreinte codée"), letterTo(another));
    }

    @Test
    void whatALegalHoldCoversStaysAlthoughMarketingHasStopped() {
        var marie = new Person(town).registersAndSubscribes();
        var held = town.client()
                .post(
                        "/staff/holds",
                        Map.of(
                                "identifier", Map.of("type", "email", "value", marie.address()),
                                "categories", List.of("marketing"),
                                "reason", "LITIGATION",
                                "authority", "Tribunal judiciaire de Paris",
                                "reviewBy",
                                        town.now()
                                                .plus(Duration.ofDays(90))
                                                .toString()
                                                .substring(0, 10)),
                        town.staff("paul", "dpo"));
        assertEquals(201, held.status(), held.toString());

        marie.objectsTo("marketing").confirms();

        assertEquals("answered", marie.state());
        assertEquals("none", outcomes(marie).get("kept"));
        marie.asksForAccess().confirms();
        assertTrue(Json.text(Json.list(agnes.task(marie.requestId()), "found")).contains("marketing"));
    }

    @Test
    void whatIsNoPurposeThatCanBeObjectedToIsNamed() {
        var marie = new Person(town).registers();
        var request = new LinkedHashMap<>(marie.request());
        request.put("kind", "objection");
        request.put("details", Map.of("purposes", List.of("billing")));

        var answered = town.client().post("/requests", request);

        assertEquals(422, answered.status());
        assertTrue(answered.toString().contains("purposes"), answered.toString());
        assertFalse(answered.toString().contains("billing"), answered.toString());
    }

    @Test
    void withEveryQuestionOnTheWay() {
        var marie = new Person(town).registers().asksForRestriction().confirms();
        agnes.decides(agnes.task(marie.requestId()), "ask-identity", "", "Quel produit avez-vous commandé ?");
        assertEquals(List.of("RESTRICTION_ASKED"), reasons(marie.requestId()), "restricted all the while");
        var token = town.lastMailTo(marie.address()).token("/identity");
        town.client()
                .post("/requests/" + marie.requestId() + "/identity", Map.of("token", token, "answer", "Une licence"));
        agnes.decides(agnes.task(marie.requestId()), "extend", "MANY_SYSTEMS", "");

        agnes.approves(marie.requestId());

        assertEquals("answered", marie.state());
        assertEquals(List.of("RESTRICTION_ASKED"), reasons(marie.requestId()));
    }

    @OnlyLocally(OnlyLocally.TIME)
    @Test
    void whileNobodyDecidesSheStaysRestrictedAndItIsSeenToHaveFailed() {
        var marie = new Person(town).registers().asksForRestriction().confirms();
        var dpo = town.policy().addresses().staff().get("dpo");

        town.advance("P31D");
        assertEquals("deciding", marie.state());
        assertTrue(town.mailTo(dpo).stream().anyMatch(mail -> mail.text().contains(marie.requestId())), "reminded");

        town.advance("P60D");
        assertEquals("failed", marie.state());
        assertEquals("FAILED", town.passage(marie.requestId()).status());
        assertEquals(List.of("RESTRICTION_ASKED"), reasons(marie.requestId()), "until somebody lifts it");
    }

    @OnlyLocally(OnlyLocally.TIME)
    @Test
    void aSystemThatStaysSilentIsNamedAndStopsWhenItIsBack() {
        var marie = new Person(town).registersAndSubscribes().objectsTo("marketing");
        town.company().off("mailing-service", town.now().plus(Duration.ofDays(6)));
        marie.confirms();

        town.advance("P4D");
        assertEquals("answered", marie.state());
        assertEquals("erased", outcomes(marie).get("kept"));
        assertEquals("unavailable", outcomes(marie).get("mailing-service"));
        assertTrue(letterTo(marie).contains("Dans ces systèmes"), letterTo(marie));

        town.advance("P5D");
        assertFalse(letterTo(marie).contains("Dans ces systèmes"), letterTo(marie));
        assertEquals("SUCCEEDED", town.passage(marie.requestId()).status());
        assertTrue(letterTo(marie).contains("Nous ne vous envoyons plus de prospection"), letterTo(marie));
    }

    @Test
    void aPlainWayTakesNoMoreThanFifteenTransitions() {
        var marie = new Person(town).registers().asksForRestriction().confirms();
        agnes.approves(marie.requestId());

        var entered = town.passage(marie.requestId()).lines().stream()
                .filter(line -> line.startsWith("into "))
                .toList();
        assertTrue(entered.size() <= 15, entered.size() + " " + entered);
    }

    /** The last letter, its lines joined. */
    private String letterTo(Person person) {
        return town.lastMailTo(person.address()).text().replaceAll("\\s+", " ");
    }

    private Answered lifts(String who, String role, Person person) {
        return town.client()
                .post("/staff/restrictions/" + person.requestId() + "/lift", Map.of(), town.staff(who, role));
    }

    private List<String> reasons(String requestId) {
        town.advance("PT0S");
        return reasons(paul.get("/staff/requests/" + requestId).json());
    }

    private static List<String> reasons(Map<String, Object> file) {
        return Json.list(file, "restrictions").stream()
                .map(one -> String.valueOf(((Map<?, ?>) one).get("reason")))
                .toList();
    }

    private Map<String, String> outcomes(Person person) {
        return Receipt.of(town, person).outcomes();
    }
}
