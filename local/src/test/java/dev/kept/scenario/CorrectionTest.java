package dev.kept.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kept.Wiring;
import dev.kept.correction.CorrectAgain;
import dev.kept.http.Json;
import dev.kept.items.Items;
import dev.kept.local.aws.LocalCredentials;
import dev.kept.person.Identifier;
import dev.kept.person.Personal;
import dev.kept.policy.IdentifierType;
import dev.kept.system.Subject;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A correction request goes the whole way: proposed field by field, decided, written everywhere, and kept right. */
class CorrectionTest {
    private final Town town = Town.running();
    private final Office agnes = new Office(town, "agnes", "agent");

    @Test
    void aPersonHasHerTelephoneNumberCorrectedEverywhere() throws IOException {
        var wrong = town.newPhone();
        var right = town.newPhone();
        var marie = new Person(town).registersWith(Map.of("phone", wrong)).proposes(Map.of("phone", right));
        marie.confirms();
        assertEquals("deciding", marie.state());

        var task = agnes.task(marie.requestId());
        assertEquals("decide-correction", task.get("kind"));
        assertEquals(List.of(wrong, wrong), held(task, "phone"), "in Kept and in the tickets");
        assertEquals(right, change(task, "phone").get("proposed"));
        assertFalse(Json.text(Json.child(task, "plan")).contains(right), "a plan holds hashes");

        assertEquals("carrying-out", agnes.approves(marie.requestId()));
        assertEquals("answered", marie.state());

        var letter = town.lastMailTo(marie.address());
        assertEquals("Vos données sont corrigées", letter.subject());
        assertTrue(letter.text().contains("Téléphone\u00a0: corrigé dans"), letter.text());
        assertTrue(letter.text().contains("Amazon Web Services"), letter.text());
        assertFalse(letter.text().contains(right) || letter.text().contains(wrong), letter.text());
        assertEquals(Map.of("kept", "corrected", "helpdesk-tickets", "corrected"), outcomes(marie));

        marie.asksForAccess().confirms();
        agnes.approves(marie.requestId());
        var files = WholeWayTest.unzip(marie.downloads()).toString();
        assertTrue(files.contains(right) && !files.contains(wrong), "her data are right from now on");
    }

    @OnlyLocally(OnlyLocally.INSIDE)
    @Test
    void neitherValueStandsAnywhereButWhereItBelongs() {
        var wrong = town.newPhone();
        var right = town.newPhone();
        var marie = new Person(town)
                .registersWith(Map.of("phone", wrong))
                .proposes(Map.of("phone", right))
                .confirms();
        agnes.approves(marie.requestId());

        assertEquals(List.of(), places(wrong));
        assertEquals(
                List.of(),
                places(right).stream()
                        .filter(place -> !place.contains("HelpdeskTickets"))
                        .toList());
    }

    @Test
    void aPlainWayTakesNoMoreThanFifteenTransitions() {
        var marie = new Person(town)
                .registersWith(Map.of("phone", town.newPhone()))
                .proposes(Map.of("phone", town.newPhone(), "name", "Marie Skłodowska-Curie"))
                .confirms();
        agnes.approves(marie.requestId());

        var entered = town.passage(marie.requestId()).lines().stream()
                .filter(line -> line.startsWith("into "))
                .toList();
        assertTrue(entered.size() <= 15, entered.size() + " " + entered);
    }

    @Test
    void oneFieldIsRefusedAndTheOtherCorrected() {
        var marie = new Person(town)
                .registersWith(Map.of("phone", town.newPhone()))
                .proposes(Map.of("phone", town.newPhone(), "name", "Marie Skłodowska"))
                .confirms();
        var task = agnes.task(marie.requestId());
        assertEquals(422, decides(task, Map.of("phone", "NO_SUCH_GROUND")).status());
        assertEquals(422, decides(task, Map.of("company", "ACCURATE")).status(), "not proposed");

        assertEquals(200, decides(task, Map.of("phone", "ACCURATE")).status());

        assertEquals("answered", marie.state());
        var letter = town.lastMailTo(marie.address()).text();
        assertTrue(letter.contains("Nom et prénom\u00a0: corrigé dans"), letter);
        assertTrue(letter.contains("Téléphone – motif"), letter);
        assertTrue(letter.contains("CNIL"), "where she can complain: " + letter);
    }

    @Test
    void whoRefusesEveryFieldRefusesTheRequest() {
        var marie = new Person(town)
                .registersWith(Map.of("phone", town.newPhone()))
                .proposes(Map.of("phone", town.newPhone()))
                .confirms();

        var decided = decides(agnes.task(marie.requestId()), Map.of("phone", "ACCURATE"));

        assertEquals(200, decided.status(), decided.toString());
        assertEquals("refused", marie.state());
        assertTrue(town.lastMailTo(marie.address()).text().contains("CNIL"));
    }

    @Test
    void whatThePolicyLetsHerChangeIsCorrectedAtOnce() throws IOException {
        var marie = new Person(town)
                .registersWith(Map.of("city", "Varsovie"))
                .proposes(Map.of("city", "Sceaux"))
                .confirms();

        assertEquals("answered", marie.state());
        marie.asksForAccess().confirms();
        agnes.approves(marie.requestId());
        var files = WholeWayTest.unzip(marie.downloads()).toString();
        assertTrue(files.contains("Sceaux") && !files.contains("Varsovie"));
    }

    @Test
    void aValueOfTheWrongFormIsNamedByItsFieldAndNeverRepeated() {
        var marie = new Person(town).registers();
        for (var wrong : List.of(
                Map.<String, Object>of("phone", "call me maybe"),
                Map.<String, Object>of("noSuchField", "whatever"),
                Map.<String, Object>of("postalCode", "far too long a postal code"),
                Map.<String, Object>of())) {
            var answered = town.client().post("/requests", marie.corrects(wrong).request());

            assertEquals(422, answered.status(), answered.toString());
            wrong.forEach((field, value) -> {
                assertTrue(Json.list(answered.json(), "fields").contains("details.fields." + field), answered.body());
                assertFalse(answered.body().contains(String.valueOf(value)), answered.body());
            });
        }
        var card = town.client()
                .post(
                        "/requests",
                        marie.corrects(Map.of("phone", "4111 1111 1111 1111")).request());
        assertEquals("/problems/card-data", card.text("type"));
    }

    @Test
    void aPlainFormProposesFieldByField() {
        var marie = new Person(town).registers();
        var sent = town.client()
                .submit(
                        "/requests",
                        Map.of(
                                "kind", "correction",
                                "identifier.type", "email",
                                "identifier.value", marie.address(),
                                "details.fields.phone", "",
                                "details.fields.name", "Marie Curie-Skłodowska",
                                "details.statement", "Mon nom de naissance"));

        assertEquals(303, sent.status(), sent.toString());
    }

    @Test
    void anAddressThatIsSomebodyElsesIsRefusedAndNobodyIsMerged() throws IOException {
        var irene = new Person(town).registers();
        var marie = new Person(town)
                .registers()
                .proposes(Map.of("email", irene.address()))
                .confirms();
        var task = agnes.task(marie.requestId());
        var fields = Json.list(Json.child(task, "plan"), "fields");
        assertEquals(true, ((Map<?, ?>) fields.get(0)).get("taken"));

        var approved = agnes.decides(task, "approve", "", "");
        assertEquals(422, approved.status(), approved.toString());
        assertEquals(List.of("refused.email"), Json.list(approved.json(), "fields"));
        assertEquals(200, decides(task, Map.of("email", "NOT_VERIFIED")).status());

        assertEquals("refused", marie.state());
        assertFalse(town.lastMailTo(marie.address()).text().contains(irene.address()));
    }

    @Test
    void aNewAddressFindsHerAndTheOldOneNoLonger() throws IOException {
        var marie = new Person(town).registers().orders();
        var old = marie.address();
        var fresh = new Person(town, town.newAddress());
        marie.proposes(Map.of("email", fresh.address())).confirms();
        agnes.approves(marie.requestId());

        assertEquals("answered", marie.state());
        for (var address : List.of(old, fresh.address())) {
            assertEquals("Vos données sont corrigées", town.lastMailTo(address).subject());
        }
        fresh.asksForAccess().confirms();
        agnes.approves(fresh.requestId());
        var files = WholeWayTest.unzip(fresh.downloads());
        assertTrue(
                files.get("donnees/kept/contact.json").contains(fresh.address()),
                files.keySet().toString());
        assertFalse(files.get("donnees/kept/contact.json").contains(old));
        assertTrue(
                files.keySet().stream().anyMatch(name -> name.startsWith("documents/billing-documents/")),
                "what stands under the old address is hers still");

        var stranger = new Person(town, old).registers().asksForAccess().confirms();
        agnes.approves(stranger.requestId());
        assertFalse(WholeWayTest.unzip(stranger.downloads())
                .get("donnees/kept/contact.json")
                .contains(fresh.address()));
    }

    @OnlyLocally(OnlyLocally.TIME)
    @Test
    void aSystemThatIsDownForADayIsCorrectedWhenItIsBack() {
        var right = town.newPhone();
        var marie = new Person(town)
                .registersWith(Map.of("phone", town.newPhone()))
                .proposes(Map.of("phone", right))
                .confirms();
        var task = agnes.task(marie.requestId());
        town.company().off("helpdesk-tickets", town.now().plus(Duration.ofDays(1)));
        assertEquals(409, agnes.decides(task, "approve", "", "").status(), "the plan has changed: a system is silent");
        assertEquals(
                200,
                agnes.decides(agnes.task(marie.requestId()), "approve", "", "").status());
        assertEquals("carrying-out", marie.state());

        town.advance("P2D");

        assertEquals("answered", marie.state());
        assertTrue(!places(right).isEmpty(), "it stands in the tickets");
    }

    @OnlyLocally(OnlyLocally.TIME)
    @Test
    void aSystemThatStaysSilentIsNamedAndAskedAgain() {
        var marie = new Person(town)
                .registersWith(Map.of("phone", town.newPhone()))
                .proposes(Map.of("phone", town.newPhone()))
                .confirms();
        agnes.task(marie.requestId());
        town.company().off("helpdesk-tickets", town.now().plus(Duration.ofDays(6)));
        agnes.decides(agnes.task(marie.requestId()), "approve", "", "");
        agnes.decides(agnes.task(marie.requestId()), "approve", "", "");

        town.advance("P4D");
        assertEquals("answered", marie.state());
        assertTrue(town.lastMailTo(marie.address()).text().contains("n’ont pas répondu"));
        assertEquals("unavailable", outcomes(marie).get("helpdesk-tickets"));

        town.advance("P5D");
        var letter = town.lastMailTo(marie.address());
        assertEquals("Vos données sont corrigées", letter.subject());
        assertFalse(letter.text().contains("n’ont pas répondu"), letter.text());
        assertEquals(
                2,
                told(marie).stream().filter("system-corrected"::equals).count(),
                "Kept at once, the tickets when they were back");
    }

    @Test
    void withdrawnNothingIsChanged() {
        var marie = new Person(town)
                .registersWith(Map.of("phone", town.newPhone()))
                .proposes(Map.of("phone", town.newPhone()))
                .confirms();
        agnes.task(marie.requestId());
        assertTrue(told(marie).contains("person-restricted"));

        assertEquals("withdrawn", marie.withdraws().state());

        assertFalse(told(marie).contains("system-corrected"));
        assertTrue(told(marie).contains("restriction-lifted"));
    }

    @Test
    void withEveryQuestionOnTheWay() {
        var marie = new Person(town)
                .registersWith(Map.of("phone", town.newPhone()))
                .proposes(Map.of("phone", town.newPhone()))
                .confirms();
        agnes.decides(agnes.task(marie.requestId()), "ask-identity", "", "Quel produit avez-vous commandé ?");
        var token = town.lastMailTo(marie.address()).token("/identity");
        town.client()
                .post("/requests/" + marie.requestId() + "/identity", Map.of("token", token, "answer", "Une licence"));
        agnes.decides(agnes.task(marie.requestId()), "extend", "MANY_SYSTEMS", "");
        town.letThemLookAgain();

        agnes.approves(marie.requestId());

        assertEquals("answered", marie.state());
        assertEquals(Map.of("kept", "corrected", "helpdesk-tickets", "corrected"), outcomes(marie));
    }

    @Test
    void aStepThatCannotDoItsWorkIsAFailureAndNoPartialDone() {
        var marie = new Person(town)
                .registersWith(Map.of("phone", town.newPhone()))
                .proposes(Map.of("phone", town.newPhone()))
                .confirms();
        agnes.task(marie.requestId());
        town.mishaps().fail(marie.requestId(), "Deliver Correction", 1, "java.lang.IllegalStateException");

        agnes.approves(marie.requestId());

        assertEquals("failed", marie.state());
        assertEquals("FAILED", town.passage(marie.requestId()).status());
        assertFalse(told(marie).contains("restriction-lifted"), "it is contested still");
    }

    @Test
    void herRecordsAreRestrictedWhileTheyAreContested() {
        var marie = new Person(town)
                .registersWith(Map.of("phone", town.newPhone()))
                .proposes(Map.of("phone", town.newPhone()))
                .confirms();
        agnes.task(marie.requestId());
        assertTrue(told(marie).contains("person-restricted"));
        assertFalse(told(marie).contains("restriction-lifted"));

        agnes.approves(marie.requestId());

        assertTrue(told(marie).contains("restriction-lifted"));
    }

    @OnlyLocally(OnlyLocally.VARIATION)
    @Test
    void whatDiesAfterItsWriteIsCarriedOnAndToldOnce() {
        var marie = new Person(town)
                .registersWith(Map.of("phone", town.newPhone()))
                .proposes(Map.of("phone", town.newPhone()))
                .confirms();
        agnes.task(marie.requestId());
        town.mishaps().loseAnswer("UpdateItem", "PeopleTable", "contact.");
        town.mishaps().refuse("PutItem", 1, marie.requestId(), "mark#corrected#helpdesk-tickets");

        agnes.approves(marie.requestId());
        town.letThemLookAgain();

        assertEquals("answered", marie.state());
        assertEquals(Map.of("kept", "corrected", "helpdesk-tickets", "corrected"), outcomes(marie));
        assertEquals(2, told(marie).stream().filter("system-corrected"::equals).count(), "once for each system");
    }

    @Test
    void aValueThatNobodyHeldIsAdded() throws IOException {
        var right = town.newPhone();
        var marie =
                new Person(town).registers().proposes(Map.of("phone", right)).confirms();
        agnes.approves(marie.requestId());
        assertTrue(town.lastMailTo(marie.address()).text().contains("Téléphone\u00a0: corrigé dans"));

        marie.asksForAccess().confirms();
        agnes.approves(marie.requestId());

        assertTrue(WholeWayTest.unzip(marie.downloads())
                .get("donnees/kept/contact.json")
                .contains(right));
    }

    @Test
    void anOldValueThatComesBackIsStoredCorrected() throws IOException {
        var wrong = town.newPhone();
        var right = town.newPhone();
        var marie = new Person(town)
                .registersWith(Map.of("phone", wrong))
                .proposes(Map.of("phone", right))
                .confirms();
        agnes.approves(marie.requestId());

        marie.registersWith(Map.of("phone", wrong));

        marie.asksForAccess().confirms();
        agnes.approves(marie.requestId());
        var contact = WholeWayTest.unzip(marie.downloads()).get("donnees/kept/contact.json");
        assertTrue(contact.contains(right) && !contact.contains(wrong), contact);
    }

    @OnlyLocally(OnlyLocally.INSIDE)
    @Test
    void whatARestoreBringsBackIsCorrectedAgain() throws IOException {
        var wrong = town.newPhone();
        var right = town.newPhone();
        var marie = new Person(town).registersWith(Map.of("phone", wrong));
        var people = copy("PeopleTable");
        var tickets = copy("HelpdeskTicketsTable");
        marie.proposes(Map.of("phone", right)).confirms();
        agnes.approves(marie.requestId());
        restore("PeopleTable", people);
        restore("HelpdeskTicketsTable", tickets);
        assertFalse(places(wrong).isEmpty(), "the tickets are wrong again");

        var again = wiring().correctAgain();
        var replayed = again.replay(subject(marie));

        assertEquals(new CorrectAgain.Replayed(List.of("kept", "helpdesk-tickets"), List.of()), replayed);
        assertEquals(List.of(), places(wrong));
        assertEquals(new CorrectAgain.Replayed(List.of(), List.of()), again.replay(subject(marie)), "twice is once");
        marie.asksForAccess().confirms();
        agnes.approves(marie.requestId());
        assertTrue(WholeWayTest.unzip(marie.downloads())
                .get("donnees/kept/contact.json")
                .contains(right));
    }

    /** A function's collaborators, on the tables of the running system. */
    private Wiring wiring() {
        var kept = town.behind();
        var function = Objects.requireNonNull(kept.template().functions().get("CorrectInSystemFunction"));
        var settings = new HashMap<>(function.environment());
        settings.put("AWS_REGION", LocalCredentials.REGION.id());
        settings.put("AWS_ACCESS_KEY_ID", "none");
        settings.put("AWS_SECRET_ACCESS_KEY", "none");
        settings.put("AWS_ENDPOINT_URL", kept.aws().toString());
        settings.put(
                "AWS_ENDPOINT_URL_DYNAMODB",
                kept.tables()
                        .serviceClientConfiguration()
                        .endpointOverride()
                        .orElseThrow()
                        .toString());
        return new Wiring(settings, Clock.systemUTC(), new Random(1), List.of());
    }

    private Subject subject(Person person) {
        var row = town.behind()
                .tables()
                .getItem(get -> get.tableName(name("RequestsTable"))
                        .key(Map.of(
                                "requestId", AttributeValue.fromS(person.requestId()),
                                "item", AttributeValue.fromS("request"))))
                .item();
        var identifier = new Identifier(IdentifierType.EMAIL, new Personal(person.address()));
        return new Subject(Items.find(row, "personId"), List.of(), List.of(identifier));
    }

    private List<Map<String, AttributeValue>> copy(String table) {
        return town
                .behind()
                .tables()
                .scanPaginator(scan -> scan.tableName(name(table)).consistentRead(true))
                .items()
                .stream()
                .toList();
    }

    private void restore(String table, List<Map<String, AttributeValue>> items) {
        items.forEach(item ->
                town.behind().tables().putItem(put -> put.tableName(name(table)).item(item)));
    }

    private String name(String table) {
        return Objects.requireNonNull(town.behind().template().tables().get(table))
                .name();
    }

    @Test
    void aRecipientThatStaffTellIsALineOfTheFile() {
        var marie = new Person(town).registers();
        var order = marie.order();
        order.put("cardLast4", "4242");
        town.client().post("/forms/order", Map.of("fields", order, "consents", Map.of()));
        marie.proposes(Map.of("cardLast4", "1881")).confirms();
        agnes.approves(marie.requestId());
        assertEquals("answered", marie.state(), "the answer waits for nobody");
        assertEquals("pending", recipient(marie, "paypal"));

        var task = agnes.task(marie.requestId());
        assertEquals("tell-recipient", task.get("kind"));
        assertEquals(422, agnes.decides(task, "refuse", "", "").status(), "why not has to be said");
        assertEquals(200, agnes.decides(task, "approve", "", "").status());

        assertEquals("acked", recipient(marie, "paypal"));
        assertEquals(409, agnes.decides(task, "approve", "", "").status());
    }

    @Test
    void auditorsSeeNoValues() {
        var wrong = town.newPhone();
        var marie = new Person(town)
                .registersWith(Map.of("phone", wrong))
                .proposes(Map.of("phone", town.newPhone()))
                .confirms();
        var task = agnes.task(marie.requestId());

        var seen = new Office(town, "aude", "auditor").get("/staff/tasks/" + task.get("taskId"));

        assertEquals(200, seen.status());
        assertFalse(seen.body().contains(wrong));
        assertEquals(List.of(), Json.list(seen.json(), "changes"));
    }

    private Answered decides(Map<String, Object> task, Map<String, String> refused) {
        var body = new LinkedHashMap<String, Object>();
        body.put("decision", "approve");
        body.put("planHash", Json.string(task, "planHash"));
        body.put("refused", refused);
        var answered = town.client()
                .post("/staff/tasks/" + Json.string(task, "taskId") + "/decision", body, town.staff("agnes", "agent"));
        town.advance("PT0S");
        return answered;
    }

    private static Map<?, ?> change(Map<String, Object> task, String field) {
        return Json.list(task, "changes").stream()
                .map(change -> (Map<?, ?>) change)
                .filter(change -> field.equals(change.get("field")))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> held(Map<String, Object> task, String field) {
        return ((List<?>) change(task, field).get("held"))
                .stream()
                        .map(held -> String.valueOf(((Map<?, ?>) held).get("value")))
                        .toList();
    }

    private String recipient(Person person, String id) {
        return Json.list(agnes.get("/staff/requests/" + person.requestId()).json(), "recipients").stream()
                .map(line -> (Map<?, ?>) line)
                .filter(line -> id.equals(line.get("recipient")))
                .map(line -> String.valueOf(line.get("state")))
                .findFirst()
                .orElse("");
    }

    private Map<String, String> outcomes(Person person) {
        return Receipt.of(town, person).outcomes();
    }

    private List<Map<?, ?>> entries(Person person) {
        return new Office(town, "aude", "auditor").entriesAbout(person.requestId());
    }

    private List<String> told(Person person) {
        return entries(person).stream()
                .map(entry -> String.valueOf(entry.get("what")))
                .toList();
    }

    private List<String> places(String text) {
        return Json.list(
                        town.client()
                                .get("/_local/find?text=" + text.replace("+", "%2B"))
                                .json(),
                        "found")
                .stream()
                .map(found -> String.valueOf(((Map<?, ?>) found).get("where")))
                .toList();
    }
}
