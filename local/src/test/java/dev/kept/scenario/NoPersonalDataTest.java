package dev.kept.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kept.http.Json;
import dev.kept.local.find.Needle;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * A person whose every word is marked goes every way there is, the bad ones above all. Her marks, in whatever disguise,
 * may then stand in her mails, her package and the company's own systems, and nowhere else.
 */
@OnlyLocally(OnlyLocally.INSIDE)
class NoPersonalDataTest {
    /** A word in all that she says, but for numbers. */
    private static final String MARK = "Quarteplume";

    private static final String PHONE = "698127743";
    private static final String CARD = "4000 0566 5566 5556";
    private static final List<String> MARKS = List.of(MARK, PHONE, CARD, CARD.replace(" ", ""));
    private static final String LONG = "Quarteplume-sans-fin ".repeat(400);

    private final Town town = Town.running();
    private final Office agnes = new Office(town, "agnes", "agent");
    private final Person zelie =
            new Person(town, "zelie.quarteplume" + town.newPhone().substring(8) + "@marks.example");
    private final List<Answered> answers = new ArrayList<>();

    @Test
    void herWordsStandWhereSheWasPromisedAndNowhereElse() {
        fillsEveryForm();
        goesTheWholeWay();
        isRefused();
        withdraws();
        meetsFunctionsThatFail();
        meetsAScheduleThatFails();
        sendsWhatIsWrong();

        assertEquals(Set.of(), strayed());
        assertEquals(List.of(), repeated(), "no answer, no header and no address repeats what was sent");
        assertEquals(List.of(), readByOthers(), "no mail to anybody else");
        assertTrue(places(MARK).stream().anyMatch(place -> place.startsWith("mail ")), "she was written to");
        assertTrue(
                places(MARK).stream().anyMatch(place -> place.startsWith("object answers")),
                "her package has her order");
        assertTrue(
                town.behind().log().all().stream().anyMatch(line -> line.contains("unforeseen")),
                "something was logged that could have told");
    }

    private Map<String, Object> registration() {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("name", "Zélie Quarteplume");
        fields.put("email", zelie.address());
        fields.put("phone", "+33" + PHONE);
        fields.put("address", "17 impasse Quarteplume");
        fields.put("city", "Quarteplumeville");
        fields.put("company", "Quarteplume et filles");
        fields.put("companyType", "brocante Quarteplume");
        return fields;
    }

    private Map<String, Object> order() {
        var fields = new LinkedHashMap<>(zelie.order());
        fields.put("name", "Zélie Quarteplume");
        fields.put("billingAddress", "19 sentier Quarteplume");
        fields.put("billingCity", "Quarteplume-sur-Mer");
        fields.put("product", "Helpdesk Quarteplume");
        fields.put("paymentToken", "tok_quarteplume_8841");
        return fields;
    }

    private void fillsEveryForm() {
        keep(town.client().post("/forms/register", Map.of("fields", registration(), "consents", Map.of())));
        var order = order();
        keep(town.client()
                .post(
                        "/forms/order",
                        Map.of("fields", order, "consents", Map.of()),
                        "Idempotency-Key",
                        "key-of-Quarteplume"));
        var typed = new LinkedHashMap<String, String>();
        registration().forEach((name, value) -> typed.put("fields." + name, value.toString()));
        keep(town.client().submit("/forms/register", typed));
        assertEquals(
                List.of(201, 201, 303), answers.stream().map(Answered::status).toList());
    }

    private void goesTheWholeWay() {
        asks();
        zelie.confirms();
        agnes.decides(
                agnes.task(zelie.requestId()), "ask-identity", "", "Comment s’appelle le chat de Mme Quarteplume ?");
        var token = town.lastMailTo(zelie.address()).token("/identity");
        keep(town.client()
                .post(
                        "/requests/" + zelie.requestId() + "/identity",
                        Map.of("token", token, "answer", "C’est un caniche nommé Quarteplume")));
        agnes.decides(agnes.task(zelie.requestId()), "extend", "MANY_SYSTEMS", "Mme Quarteplume en est informée.");
        agnes.approves(zelie.requestId());
        assertEquals("answered", zelie.state());
        zelie.downloads();
        follows();
    }

    private void isRefused() {
        asks();
        zelie.confirms();
        var task = agnes.task(zelie.requestId());
        agnes.decides(task, "refuse", UnhappyWaysTest.ground(task), "Mme Quarteplume en est informée.");
        assertEquals("refused", zelie.state());
        follows();
    }

    private void withdraws() {
        asks();
        zelie.withdraws();
        follows();
    }

    private void meetsFunctionsThatFail() {
        // while the company's system does not answer, whose key is her address
        asks();
        zelie.confirms();
        town.mishaps().refuse("Query", 2, zelie.address());
        agnes.approves(zelie.requestId());
        town.advance("PT10M");
        assertEquals("answered", zelie.state());

        // while her mail is not taken, three times
        town.mishaps().refuse("SendEmail", 3, zelie.address());
        asks();
        town.advance("PT2H");
        zelie.confirms();

        town.mishaps().fail(zelie.requestId(), "Package Answer", 3, "Lambda.ServiceException");
        agnes.approves(zelie.requestId());
        town.advance("PT10M");
        assertEquals("answered", zelie.state());

        asks();
        zelie.confirms();
        town.mishaps().fail(zelie.requestId(), "Package Answer", 1, "java.lang.IllegalStateException");
        agnes.approves(zelie.requestId());
        assertEquals("failed", zelie.state());
    }

    /** A letter lies in the queue of dead ones. */
    private void meetsAScheduleThatFails() {
        town.mishaps().refuse("StartExecution", 1);
        town.mishaps().refuse("Query", 3, "ByStart");
        asks();
        var before = town.behind().queues().all().size();
        town.advance("PT2H");
        assertEquals(before + 1, town.behind().queues().all().size(), "a dead letter");
    }

    private void sendsWhatIsWrong() {
        var address = "quarteplume-nulle-part";
        for (var form : List.of("register", "order")) {
            for (var wrong : List.of(
                    Map.of("email", address),
                    Map.of("name", LONG, "email", zelie.address()),
                    Map.of("name", "Zélie Quarteplume", "product", CARD, "email", zelie.address()),
                    Map.of(zelie.address(), MARK, "née Quarteplume", CARD))) {
                wrong("/forms/" + form, Map.of("fields", wrong, "consents", Map.of("née Quarteplume", true)));
            }
        }
        for (var wrong : List.<Map<String, Object>>of(
                Map.of("kind", "née Quarteplume"),
                Map.of("kind", "access", "identifier", Map.of("type", "email", "value", address)),
                Map.of("kind", "access", "identifier", Map.of("type", address, "value", zelie.address())),
                with(zelie.request(), "message", "ma carte " + CARD),
                with(zelie.request(), "message", LONG),
                with(zelie.request(), zelie.address(), "née Quarteplume"))) {
            wrong("/requests", wrong);
        }
        var mine = "/requests/" + zelie.requestId();
        for (var path : List.of("/confirmation", "/withdrawal", "/identity", "/confirmation-link")) {
            wrong(mine + path, Map.of("token", "x".repeat(28), "answer", LONG, zelie.address(), CARD));
        }
        wrong("/answers/" + zelie.requestId(), Map.of("token", "x".repeat(28), zelie.address(), MARK));
        for (var path : List.of("/forms/", "/notices/", "/problems/", "/requests/", "/answers/", "/")) {
            keep(town.client().get(path + address));
            // a page repeats its own address, so that its language can be changed
            town.client().get(path + address + "?token=" + address, "Accept", "text/html");
        }
        keep(town.client().get("/requests/" + zelie.requestId(), "Authorization", "Bearer " + zelie.address()));
        keep(agnes.get("/staff/requests?state=" + address + "&due=" + address));
        keep(agnes.get("/staff/requests/" + address));
        keep(agnes.get("/staff/tasks?next=" + address));
        keep(agnes.get("/staff/ledger?after=" + address));
    }

    /** As a program and as a browser, as text that is no JSON, and with too long a key. */
    private void wrong(String path, Map<String, Object> body) {
        keep(town.client().post(path, body));
        keep(town.client().post(path, body, "Accept", "text/html"));
        keep(town.client().post(path, "application/json", Json.text(body) + zelie.address()));
        keep(town.client().post(path, "text/plain", Json.text(body)));
        keep(town.client().post(path, body, "Idempotency-Key", MARK.repeat(20)));
    }

    private void asks() {
        var asked = town.client().post("/requests", with(zelie.request(), "message", "Je suis née Quarteplume."));
        if (asked.status() == 202) {
            zelie.knows(asked);
        }
        keep(asked);
        town.advance("PT0S");
    }

    private void follows() {
        keep(town.client().get("/requests/" + zelie.requestId(), "Authorization", "Bearer " + zelie.followToken()));
    }

    private static Map<String, Object> with(Map<String, Object> request, String name, String value) {
        var more = new LinkedHashMap<>(request);
        more.put(name, value);
        return more;
    }

    private void keep(Answered answered) {
        answers.add(answered);
    }

    /** Every place where a mark stands and should not. */
    private Set<String> strayed() {
        var strayed = new TreeSet<String>();
        for (var mark : MARKS) {
            places(mark).stream()
                    .filter(place -> !isPromised(place))
                    .forEach(place -> strayed.add(mark + " in " + place));
        }
        return strayed;
    }

    private static boolean isPromised(String place) {
        return place.startsWith("mail ")
                || place.startsWith("object answersbucket/answers/")
                || place.startsWith("table HelpdeskTickets ")
                || place.startsWith("object billingdocumentsbucket/");
    }

    private List<String> places(String text) {
        return town.behind().finder().find(text);
    }

    private List<String> repeated() {
        var needles = MARKS.stream().map(Needle::new).toList();
        return answers.stream()
                .filter(answered -> needles.stream()
                        .anyMatch(needle -> needle.isIn(answered.bytes()) || needle.isIn(answered.headers())))
                .map(Answered::toString)
                .toList();
    }

    private List<String> readByOthers() {
        var needles = MARKS.stream().map(Needle::new).toList();
        return town.behind().mailbox().all().stream()
                .filter(mail -> !mail.to().equals(zelie.address()))
                .filter(mail -> needles.stream()
                        .anyMatch(needle ->
                                needle.isIn(mail.subject()) || needle.isIn(mail.text()) || needle.isIn(mail.html())))
                .map(mail -> mail.to() + ": " + mail.subject())
                .toList();
    }
}
