package dev.kept.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;

/** An account ends while functions die, requests meet and the law keeps the data for longer. */
@Execution(ExecutionMode.CONCURRENT)
// its scenarios one after another, all the same
@ResourceLock("ClosingRacesTest")
@OnlyLocally(OnlyLocally.INSIDE)
class ClosingRacesTest {
    private static final int MORE_THAN_ENOUGH = 500;
    private static final int EVERY = 7;

    private static final Town APART = Town.apart();

    private final Town town = APART.nextScenario();
    private final Office agnes = new Office(town, "agnes", "agent");

    @AfterAll
    static void leaves() {
        APART.close();
    }

    @Test
    void anAccountEndsWhereverAFunctionDies() {
        var write = 1;
        while (survives(write)) {
            assertTrue(write < MORE_THAN_ENOUGH, "it never came to an end");
            // what dies within the erasure itself, EveryDeathTest shows after each of its writes
            write += EVERY;
        }
        assertTrue(write > 30, "it makes more writes than " + write);
    }

    private boolean survives(int write) {
        var irene = cancels(new Person(town).registers());
        town.localMishaps().dieAfterWrite(write);
        town.advance("PT5M");
        var path = "/requests/" + irene.requestId() + "/confirmation";
        var body =
                Map.<String, Object>of("token", town.lastMailTo(irene.address()).token("/confirmation"));
        if (town.client().post(path, body).status() >= 500) {
            town.client().post(path, body);
        }
        town.advance("PT1H");
        town.letThemLookAgain();
        town.advance("P14D");
        var died = town.localMishaps().hasDied();

        var told = "after write " + write;
        assertEquals("answered", irene.state(), told);
        // half a month went by, and with it whoever was signed in
        var ledger = new Office(town, "aude", "auditor")
                .entriesAbout(irene.requestId()).stream()
                        .map(entry -> String.valueOf(entry.get("what")))
                        .collect(Collectors.groupingBy(what -> what, Collectors.counting()));
        for (var once : new String[] {
            "request-confirmed", "account-frozen", "purge-planned", "request-answered", "receipt-issued"
        }) {
            assertEquals(1L, ledger.get(once), told + " " + once);
        }
        return died;
    }

    @Test
    void aDeletionDuringTheClosingErasesAndTheClosingFindsNothing() {
        var irene = new Person(town).registers();
        var closing = cancels(new Person(town, irene.address())).confirms();
        irene.asksForDeletion().confirms();
        Office.bothApprove(town, irene.requestId());
        assertEquals("answered", irene.state());

        town.advance("P15D");

        assertEquals("answered", closing.state());
        assertTrue(town.places(irene.address()).stream().allMatch(place -> place.startsWith("mail ")));
    }

    @Test
    void whoComesBackAfterThePurgeIsANewPerson() {
        var irene = cancels(new Person(town).registers()).confirms();
        town.advance("P14D");
        assertEquals("answered", irene.state());

        var again = new Person(town, irene.address()).registers().asks().confirms();
        assertFalse(agnes.isRestricted(again.requestId()));
    }

    @Test
    void theDataActKeepsTheDataToBeFetchedUnlessErasureIsChosen() {
        var root = PolicyVariant.of("data-act", policy -> deadlines(policy).put("retrieval", "P30D"));
        var covered = Town.under("data-act", root);
        try {
            var silent = cancels(covered, new Person(covered).registers()).confirms();
            var choosing = cancels(covered, new Person(covered).registers()).confirms();
            covered.advance("P15D");
            assertEquals("carrying-out", silent.state());
            var mail = covered.lastMailTo(choosing.address());
            assertTrue(mail.text().contains("2023/2854"), mail.text());
            var chosen = covered.client()
                    .post("/requests/" + choosing.requestId() + "/erasure", Map.of("token", mail.token("/erasure")));
            assertEquals(204, chosen.status(), chosen.toString());
            covered.advance("P2D");
            assertEquals("answered", choosing.state());

            covered.advance("P14D");
            assertEquals("carrying-out", silent.state());
            covered.advance("P3D");
            assertEquals("answered", silent.state());
        } finally {
            covered.close();
        }
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> deadlines(Map<String, Object> policy) {
        return (Map<String, Object>) policy.get("deadlines");
    }

    private Person cancels(Person person) {
        return cancels(town, person);
    }

    private static Person cancels(Town town, Person person) {
        var answered = town.client()
                .post(
                        "/forms/cancellation",
                        Map.of("fields", Map.of("email", person.address()), "consents", Map.of(), "language", "fr"));
        assertEquals(201, answered.status(), answered.toString());
        return person.knows(answered);
    }
}
