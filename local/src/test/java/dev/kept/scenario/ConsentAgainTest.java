package dev.kept.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Marketing was stopped for an address: its owner starts it again by a consent that is shown to be hers, and nobody else. */
class ConsentAgainTest {
    private static final String SUBJECT = "Voulez-vous de nouveau recevoir les messages";

    private final Town town = Town.running();

    @Test
    void whoeverConsentsAnewAndConfirmsItIsSuppressedNoLonger() {
        var marie = objected();

        marie.registersAndSubscribes();

        assertEquals(1, asked(marie));
        var link = link(marie);
        var page = town.client().get(link, "Accept", "text/html", "Accept-Language", "fr");
        assertEquals(200, page.status());
        assertTrue(page.body().contains("Oui, envoyez-les-moi de nouveau"), page.body());
        assertEquals(204, confirms(link).status(), "whoever opens the link has changed nothing yet");
        assertEquals(List.of("marketing-resumed by person"), entries(link));

        assertEquals(410, confirms(link).status(), "once only");
        marie.registersAndSubscribes();
        assertEquals(1, asked(marie), "nothing is suppressed, so there is nothing to ask");
    }

    @Test
    void aBrowserIsShownThatItIsDone() {
        var marie = objected().registersAndSubscribes();
        var path = link(marie).replaceFirst("^https?://[^/]+", "").replaceFirst("\\?.*", "");

        var pressed = town.client().submit(path, Map.of("token", token(marie)));

        assertEquals(303, pressed.status(), pressed.toString());
        var next = pressed.header("Location").orElse("");
        assertTrue(next.startsWith(path.replace("/confirmation", "/confirmed")), next);
        assertEquals(200, town.client().get(next, "Accept", "text/html").status());
    }

    @Test
    void aFormAloneEndsNothing() {
        var marie = objected().registersAndSubscribes();
        var link = link(marie);

        assertEquals(
                410,
                confirms(link.replaceFirst("token=.*", "token=" + "x".repeat(28)))
                        .status());
        assertEquals(
                410,
                confirms(link.replaceFirst("consents/[a-z]+", "consents/" + "x".repeat(28)))
                        .status());
        marie.registersAndSubscribes();

        assertEquals(List.of(), entries(link));
        assertEquals(1, asked(marie), "somebody else may have filled it in, and again");
    }

    @OnlyLocally(OnlyLocally.TIME)
    @Test
    void aLinkThatWasNotPressedEndsAndAnotherFormBringsAnother() {
        var marie = objected().registersAndSubscribes();
        var link = link(marie);
        town.advance("P1DT1M");

        assertEquals(410, confirms(link).status());
        marie.registersAndSubscribes();

        assertEquals(2, asked(marie), "she is suppressed still");
        assertEquals(204, confirms(link(marie)).status());
    }

    @Test
    void anObjectionSinceIsStronger() {
        var marie = objected().registersAndSubscribes();
        var link = link(marie);
        marie.objectsTo("marketing").confirms();
        assertEquals("answered", marie.state());

        assertEquals(410, confirms(link).status());

        assertEquals(List.of(), entries(link));
    }

    @Test
    void whoeverWasErasedComesBackInTheSameWay() {
        var marie = new Person(town).registersAndSubscribes().asksForDeletion().confirms();
        Office.bothApprove(town, marie.requestId());
        assertEquals("answered", marie.state());

        var again = new Person(town, marie.address()).registersAndSubscribes();

        assertEquals(1, asked(again));
        assertEquals(204, confirms(link(again)).status());
    }

    @Test
    void anOrderAsksAsWell() {
        var marie = objected();

        var ordered =
                town.client().post("/forms/order", Map.of("fields", marie.order(), "consents", Map.of("offers", true)));

        assertEquals(201, ordered.status(), ordered.toString());
        assertEquals(1, asked(marie));
        assertEquals(204, confirms(link(marie)).status());
    }

    @Test
    void nobodyIsAskedWhoConsentsToNothingOrHasStoppedNothing() {
        var marie = objected().registers();
        var irene = new Person(town).registersAndSubscribes();

        assertEquals(0, asked(marie));
        assertEquals(0, asked(irene));
    }

    @Test
    void aFormIsTakenAlthoughTheQuestionCannotBeSent() {
        var marie = objected();
        town.mishaps().refuse("SendEmail", 1, marie.address());

        marie.registersAndSubscribes();
        assertEquals(0, asked(marie));
        marie.registersAndSubscribes();

        assertEquals(1, asked(marie), "she ticks the box again");
        assertEquals(204, confirms(link(marie)).status());
    }

    private Person objected() {
        var marie =
                new Person(town).registersAndSubscribes().objectsTo("marketing").confirms();
        assertEquals("answered", marie.state());
        assertEquals(0, asked(marie));
        return marie;
    }

    private long asked(Person person) {
        return town.mailTo(person.address()).stream()
                .filter(mail -> mail.subject().startsWith(SUBJECT))
                .count();
    }

    private String link(Person person) {
        var mail = town.lastMailTo(person.address());
        assertTrue(mail.subject().startsWith(SUBJECT), mail.subject());
        assertFalse(mail.text().contains(person.address()), "nothing of hers");
        return mail.links().stream()
                .filter(link -> link.contains("/consents/"))
                .findFirst()
                .orElseThrow();
    }

    private String token(Person person) {
        return link(person).replaceFirst(".*token=", "");
    }

    private Answered confirms(String link) {
        var path = link.replaceFirst("^https?://[^/]+", "").replaceFirst("\\?.*", "");
        return town.client().post(path, Map.of("token", link.replaceFirst(".*token=", "")));
    }

    private List<String> entries(String link) {
        var consentId = link.replaceFirst(".*/consents/", "").replaceFirst("/.*", "");
        return new Office(town, "aude", "auditor")
                .entriesAbout(consentId).stream()
                        .map(entry -> entry.get("what") + " by " + entry.get("actor"))
                        .toList();
    }
}
