package dev.kept.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** An account ends: frozen, handed over, purged by the promised day, or taken up again before that. */
@OnlyLocally(OnlyLocally.TIME)
class ClosingTest {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    private final Town town = Town.running();
    private final Office agnes = new Office(town, "agnes", "agent");

    @Test
    void withinFourteenDaysNothingIsFoundButMailAndWhatTheAnswerNames() {
        var phone = town.newPhone();
        var name = "Irène Joliot " + phone.substring(8);
        var irene = Person.registeredAs(town, name, phone).orders();
        cancels(irene, Map.of()).confirms();
        assertEquals("carrying-out", irene.state());
        assertTrue(irene.steps().contains("frozen"), irene.steps().toString());

        town.advance("P14D");

        assertEquals("answered", irene.state());
        assertTrue(
                irene.steps().containsAll(List.of("export-offered", "second-notice", "receipt-issued"))
                        || irene.steps().containsAll(List.of("export-offered", "second-notice")),
                irene.steps().toString());
        for (var trace : List.of(irene.address(), phone, name)) {
            assertEquals(
                    List.of(),
                    town.places(trace).stream()
                            .filter(place -> !place.startsWith("mail "))
                            // the invoice, which the answer names
                            .filter(place -> !place.startsWith("object billingdocuments"))
                            .toList());
        }
        var mail = town.lastMailTo(irene.address());
        assertEquals("Vos données sont effacées", mail.subject());
        assertTrue(mail.text().contains("Code de commerce, art. L123-22"), mail.text());
        var stated = Receipt.of(town, irene);
        assertFalse(Outcomes.ofReceipt(stated).isEmpty());
    }

    @Test
    void theDaysComeOneAfterTheOther() {
        var irene = cancels(
                        new Person(town).registers(),
                        Map.of("effective", today().plusDays(3).toString()))
                .confirms();
        assertFalse(irene.steps().contains("frozen"), "it has not ended yet");
        assertFalse(agnes.isRestricted(irene.requestId()));

        town.advance("P3D");
        assertTrue(irene.steps().contains("frozen"));
        assertTrue(agnes.isRestricted(irene.requestId()));
        assertTrue(agnes.page("/staff/requests/" + irene.requestId()).contains("Son compte a pris fin"));
        town.advance("P1D");
        assertTrue(irene.steps().contains("export-offered"));
        assertTrue(irene.downloads().length > 0);
        town.advance("P9D");
        assertTrue(irene.steps().contains("second-notice"));
        assertFalse(town.places(irene.address()).stream().allMatch(place -> place.startsWith("mail ")));
        town.advance("P2D");
        assertEquals(List.of(), agnes.told(irene.requestId(), "request-answered"), "it is verified first");
        town.advance("P1D");
        assertEquals("answered", irene.state());
    }

    @Test
    void anUnconfirmedCancellationChangesNothing() {
        var irene = cancels(new Person(town).registers(), Map.of());
        town.advance("P14D");

        assertEquals("lapsed", irene.state());
        assertFalse(town.places(irene.address()).stream().allMatch(place -> place.startsWith("mail ")));
    }

    @Test
    void theAccountIsTakenUpAgainUntilItsPurgeBegins() {
        var irene = cancels(new Person(town).registers(), Map.of()).confirms();
        town.advance("P11D");
        var token = token(irene, "/reinstatement");

        assertEquals(204, posts(irene, "reinstatement", token).status());
        town.advance("P4D");

        assertEquals("withdrawn", irene.state());
        assertFalse(agnes.isRestricted(irene.requestId()));
        assertFalse(town.places(irene.address()).stream().allMatch(place -> place.startsWith("mail ")));
        assertEquals(410, posts(irene, "reinstatement", token).status(), "a link works once");
    }

    @Test
    void onceThePurgeHasBegunItIsTooLate() {
        var irene = cancels(new Person(town).registers(), Map.of()).confirms();
        town.advance("P12D");
        var token = token(irene, "/reinstatement");
        town.advance("PT24H");

        var late = posts(irene, "reinstatement", token);

        assertEquals(409, late.status(), late.toString());
        assertTrue(late.text("type").endsWith("/too-late"), late.toString());
        town.advance("P2D");
        assertEquals("answered", irene.state());
    }

    @Test
    void whoeverWantsToErasesAtOnceByALinkOfItsOwn() {
        var irene = cancels(new Person(town).registers(), Map.of()).confirms();
        var follow = posts(irene, "erasure", irene.followToken());
        assertEquals(410, follow.status(), "another purpose");

        assertEquals(204, posts(irene, "erasure", token(irene, "/erasure")).status());
        town.advance("P1D");
        town.advance("P1D");

        assertEquals("answered", irene.state());
    }

    @Test
    void staffCancelForSomebodyWhoIsKnown() {
        var irene = new Person(town).registers();
        var effective = today().plusDays(1);

        var answered = staffCancel(irene.address(), effective.toString());
        assertEquals(201, answered.status(), answered.toString());
        assertEquals(effective.plusDays(14).toString(), answered.text("purgeBy"));
        var again = staffCancel(irene.address(), effective.plusDays(5).toString());
        assertEquals(200, again.status(), again.toString());
        assertEquals(answered.text("cancellationId"), again.text("cancellationId"));
        assertEquals(404, staffCancel(town.newAddress(), effective.toString()).status());
        assertEquals(
                422,
                staffCancel(irene.address(), today().minusDays(1).toString()).status());
        assertEquals(
                422,
                staffCancel(irene.address(), today().plusYears(1).toString()).status());

        town.advance("P15D");
        assertEquals(
                1,
                agnes.told(answered.text("cancellationId"), "request-answered").size());
        assertEquals(
                404,
                staffCancel(irene.address(), today().plusDays(1).toString()).status(),
                "she is gone");
    }

    @Test
    void staffTakeAnAccountUpAgain() {
        var irene = cancels(new Person(town).registers(), Map.of()).confirms();
        town.advance("P5D");

        var path = "/staff/cancellations/" + irene.requestId() + "/reinstatement";
        var answered = town.client().post(path, Map.of(), town.staff("agnes", "agent"));
        assertEquals(204, answered.status(), answered.toString());
        town.advance("PT0S");

        assertEquals("withdrawn", irene.state());
        assertFalse(agnes.isRestricted(irene.requestId()));
    }

    @Test
    void itIsTakenBackWhereItIsFollowedToo() {
        var irene = cancels(new Person(town).registers(), Map.of()).confirms().withdraws();

        assertEquals("withdrawn", irene.state());
        assertFalse(agnes.isRestricted(irene.requestId()));
        assertEquals(1, agnes.told(irene.requestId(), "account-reinstated").size());
    }

    @Test
    void aPurgeThatStoppedHalfWayIsResumedAndFinished() {
        var irene = cancels(new Person(town).registers(), Map.of()).confirms();
        town.mishaps().fail(irene.requestId(), "Finish Erasure", 1, "java.lang.IllegalStateException");
        town.advance("P13D");
        assertEquals("failed", irene.state());

        new Office(town, "paul", "approver").resumes(irene.requestId());
        town.advance("P2D");

        assertEquals("answered", irene.state());
        assertTrue(town.places(irene.address()).stream().allMatch(place -> place.startsWith("mail ")));
    }

    @Test
    void whoeverTakesItBackWhileTheWorkflowGoesToWaitIsNotMissed() {
        var irene = cancels(new Person(town).registers(), Map.of());
        town.mishaps().fail(irene.requestId(), "Await Day", 1, "dev.kept.step.AwsCallFailed");
        irene.confirms().withdraws();

        town.advance("PT5M");

        assertEquals("SUCCEEDED", town.passage(irene.requestId()).status());
        assertFalse(agnes.isRestricted(irene.requestId()));
    }

    @Test
    void aSystemThatStaysSilentIsNamedAndPurgedWhenItIsBack() {
        var irene = cancels(new Person(town).registers(), Map.of()).confirms();
        town.advance("P11D");
        town.company().off("helpdesk-tickets", town.now().plus(Duration.ofDays(12)));
        town.advance("P10D");

        assertEquals("answered", irene.state());
        var first = town.lastMailTo(irene.address()).text();
        assertTrue(first.contains("n’ont pas répondu"), first);

        town.advance("P5D");
        var second = town.lastMailTo(irene.address()).text();
        assertFalse(second.contains("n’ont pas répondu"), second);
    }

    @Test
    void aSecondCancellationIsFoldedIntoTheFirst() {
        var irene = cancels(new Person(town).registers(), Map.of()).confirms();
        var again = cancels(new Person(town, irene.address()), Map.of()).confirms();

        assertEquals("withdrawn", again.state());
        assertEquals("carrying-out", irene.state());
        assertTrue(agnes.isRestricted(irene.requestId()), "it is folded, and not taken back");
    }

    @Test
    void theAnswerIsTheSameForSomebodyUnknownWhoIsToldByMailAlone() {
        var nobody = cancels(new Person(town), Map.of()).confirms();

        assertEquals("refused", nobody.state());
        assertEquals(
                "Il n’y a pas de compte à votre adresse",
                town.lastMailTo(nobody.address()).subject());
    }

    @Test
    void aDayInThePastOrTooFarAheadIsRefused() {
        var irene = new Person(town).registers();

        assertEquals(
                422,
                posted(irene, Map.of("effective", today().minusDays(1).toString()))
                        .status());
        assertEquals(
                422,
                posted(irene, Map.of("effective", today().plusYears(1).toString()))
                        .status());
        assertEquals(422, posted(irene, Map.of("effective", "tomorrow")).status());
    }

    @Test
    void anOpenRequestOfHersIsAnsweredFirst() {
        var irene = new Person(town).registers();
        var asking = new Person(town, irene.address()).asksForAccess().confirms();
        cancels(irene, Map.of()).confirms();
        town.advance("P13D");
        assertTrue(irene.steps().contains("purge-waits"), irene.steps().toString());
        var listed = agnes.get("/staff/cancellations");
        assertTrue(listed.body().contains("OPEN_REQUEST/access/" + asking.requestId()), listed.toString());
        var page = agnes.page("/staff/cancellations");
        assertTrue(page.contains(irene.requestId()), page);

        agnes.approves(asking.requestId());
        assertEquals("answered", asking.state());
        town.advance("PT2H");
        town.advance("P1D");
        town.advance("P1D");

        assertEquals("answered", irene.state());
    }

    @Test
    void whoeverIsKnownByTelephoneIsWrittenToAtTheAddressOnFile() {
        for (var by : List.of("staff", "link")) {
            var phone = town.newPhone();
            var irene = Person.registeredAs(town, "Irène Joliot", phone);
            var cancelled = town.client()
                    .post(
                            "/staff/cancellations",
                            Map.of(
                                    "identifier",
                                    Map.of("type", "phone", "value", phone),
                                    "effective",
                                    today().toString()),
                            town.staff("agnes", "agent"));
            assertEquals(201, cancelled.status(), cancelled.toString());
            var id = cancelled.text("cancellationId");
            town.advance("PT0S");
            assertTrue(agnes.isRestricted(id));

            var token = token(irene, "/reinstatement");
            var answered = by.equals("staff")
                    ? town.client()
                            .post(
                                    "/staff/cancellations/" + id + "/reinstatement",
                                    Map.of(),
                                    town.staff("agnes", "agent"))
                    : town.client().post("/requests/" + id + "/reinstatement", Map.of("token", token));
            assertEquals(204, answered.status(), answered.toString());
            town.advance("PT0S");
            assertFalse(agnes.isRestricted(id));
            assertEquals(
                    "Votre demande est retirée",
                    town.lastMailTo(irene.address()).subject());
        }
    }

    @Test
    void theObjectionOfAnotherAddressVoidsTheChoiceOfErasureAtOnce() {
        var irene = new Person(town).registers();
        var other = town.newAddress();
        var phone = town.newPhone();
        // one person with two addresses: both forms name her telephone
        town.client()
                .post(
                        "/forms/register",
                        Map.of(
                                "fields",
                                Map.of("name", "Irène Joliot", "email", irene.address(), "phone", phone),
                                "consents",
                                Map.of()));
        town.client()
                .post(
                        "/forms/register",
                        Map.of(
                                "fields",
                                Map.of("name", "Irène Joliot", "email", other, "phone", phone),
                                "consents",
                                Map.of()));
        cancels(irene, Map.of("wish", "erase-now")).confirms();

        var warned = town.lastMailTo(other);
        var contested = town.client()
                .post("/requests/" + irene.requestId() + "/contest", Map.of("token", warned.token("/contest")));
        assertEquals(204, contested.status(), contested.toString());
        town.advance("P5D");

        assertEquals("carrying-out", irene.state());
        assertEquals(1, agnes.told(irene.requestId(), "erasure-choice-void").size());
        assertTrue(irene.steps().contains("export-offered"), "her days go on as if she had not chosen");
    }

    @Test
    void whatAHoldCoversStaysUntilItIsReleased() {
        var irene = cancels(new Person(town).registers(), Map.of()).confirms();
        town.advance("P5D");
        var dpo = town.staff("agnes", "dpo");
        var hold = town.client()
                .post(
                        "/staff/holds",
                        Map.of(
                                "identifier",
                                Map.of("type", "email", "value", irene.address()),
                                "categories",
                                List.of("contact"),
                                "reason",
                                "LITIGATION",
                                "authority",
                                "Tribunal judiciaire de Paris",
                                "reviewBy",
                                today().plusDays(60).toString()),
                        dpo);
        assertEquals(201, hold.status(), hold.toString());
        town.advance("P9D");
        assertEquals("answered", irene.state());
        var gone = agnes.told(irene.requestId(), "system-erased").size();
        assertTrue(Receipt.of(town, irene).outcomes().toString().contains("withheld"));

        var released = town.client().post("/staff/holds/" + hold.text("holdId") + "/release", Map.of(), dpo);
        assertEquals(204, released.status(), released.toString());
        town.advance("P2D");
        assertEquals(1, agnes.told(irene.requestId(), "erasure-resumed").size());
        assertTrue(agnes.told(irene.requestId(), "system-erased").size() > gone, "what it covered went");
    }

    @Test
    void aFormThatWasPutRightMayComeUnderTheSameKeyAndTwiceIsOnce() {
        var irene = new Person(town).registers();
        var key = "cancellation-" + irene.address();

        var wrong = underKey(irene, key, today().minusDays(1).toString());
        assertEquals(422, wrong.status(), wrong.toString());
        var first = underKey(irene, key, today().toString());
        assertEquals(201, first.status(), first.toString());
        assertEquals(first.body(), underKey(irene, key, today().toString()).body());
    }

    private Answered underKey(Person person, String key, String effective) {
        return town.client()
                .post(
                        "/forms/cancellation",
                        Map.of(
                                "fields",
                                Map.of("email", person.address(), "effective", effective),
                                "consents",
                                Map.of()),
                        "Idempotency-Key",
                        key);
    }

    private Person cancels(Person person, Map<String, Object> more) {
        var answered = posted(person, more);
        assertEquals(201, answered.status(), answered.toString());
        return person.knows(answered);
    }

    private Answered posted(Person person, Map<String, Object> more) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("email", person.address());
        fields.putAll(more);
        return town.client()
                .post("/forms/cancellation", Map.of("fields", fields, "consents", Map.of(), "language", "fr"));
    }

    private Answered staffCancel(String address, String effective) {
        return town.client()
                .post(
                        "/staff/cancellations",
                        Map.of("identifier", Map.of("type", "email", "value", address), "effective", effective),
                        town.staff("agnes", "agent"));
    }

    private Answered posts(Person person, String what, String token) {
        var answered = town.client().post("/requests/" + person.requestId() + "/" + what, Map.of("token", token));
        town.advance("PT0S");
        return answered;
    }

    private String token(Person person, String ending) {
        var mails = town.mailTo(person.address()).stream()
                .filter(mail -> mail.links().stream().anyMatch(link -> link.contains(ending + "?token=")))
                .toList();
        return mails.get(mails.size() - 1).token(ending);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(town.now(), PARIS);
    }
}
