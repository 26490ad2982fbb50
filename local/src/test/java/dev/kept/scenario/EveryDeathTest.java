package dev.kept.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * A function dies after each single write that a deletion makes, one deletion after another until there is no write left
 * to die after. Between two writes nothing changes, so that is every place where it can die.
 */
@OnlyLocally(OnlyLocally.INSIDE)
class EveryDeathTest {
    private static final int MORE_THAN_ENOUGH = 500;

    private final Town town = Town.running();
    private final Office agnes = new Office(town, "agnes", "agent");
    private final Office paul = new Office(town, "paul", "approver");
    private final Office aude = new Office(town, "aude", "auditor");

    @Test
    void aDeletionIsCarriedThroughWhereverAFunctionDies() {
        var write = 1;
        while (survives(write)) {
            assertTrue(write < MORE_THAN_ENOUGH, "it never came to an end");
            write++;
        }
        assertTrue(write > 40, "a deletion makes more writes than " + write);
    }

    /** Whether there was a write of that number to die after. */
    private boolean survives(int write) {
        var marie = new Person(town).registers().orders().asksForDeletion();
        town.localMishaps().dieAfterWrite(write);
        confirms(marie);
        approve(marie, agnes);
        approve(marie, paul);
        town.advance("PT6H");
        if (!marie.state().equals("answered")) {
            town.letThemLookAgain();
        }
        var died = town.localMishaps().hasDied();

        var told = "after write " + write;
        assertEquals("answered", marie.state(), told);
        assertEquals(List.of(), town.company().tickets(marie.address()), told);
        var ledger = aude.entriesAbout(marie.requestId()).stream()
                .map(entry -> String.valueOf(entry.get("what")))
                .collect(Collectors.groupingBy(what -> what, Collectors.counting()));
        assertEquals(3L + 1, ledger.get("system-erased"), told);
        for (var once : List.of("request-confirmed", "decided-approve", "erasure-begun", "receipt-issued")) {
            assertEquals(1L, ledger.get(once), told + " " + once);
        }
        assertTrue(
                town.mailTo(marie.address()).stream()
                        .anyMatch(mail -> mail.subject().equals("Vos données sont effacées")),
                told);
        assertEquals(
                200,
                town.client()
                        .get(
                                "/requests/" + marie.requestId() + "/receipt",
                                "Authorization",
                                "Bearer " + marie.followToken())
                        .status(),
                told);
        return died;
    }

    /** As a person does it: presses the button again when it failed. */
    private void confirms(Person person) {
        // the message is written again after a death
        town.advance("PT5M");
        var path = "/requests/" + person.requestId() + "/confirmation";
        var body = Map.<String, Object>of(
                "token", town.lastMailTo(person.address()).token("/confirmation"));
        if (town.client().post(path, body).status() >= 500) {
            town.client().post(path, body);
        }
        letItGoOn(person);
    }

    private void approve(Person person, Office office) {
        town.advance("PT5M");
        var task = office.findTask(person.requestId());
        if (task.isPresent() && office.decides(task.get(), "approve", "", "").status() >= 500) {
            // what was written down needs no second time
            office.findTask(person.requestId()).ifPresent(open -> office.decides(open, "approve", "", ""));
        }
    }

    /** What died is tried again within minutes; what was written down and not told is looked at within the day. */
    private void letItGoOn(Person person) {
        town.advance("PT1H");
        if (!person.state().equals("deciding")) {
            town.letThemLookAgain();
        }
    }

    @Test
    void aDeletionWhoseEveryStepHappensTwiceIsDoneOnce() {
        var marie = new Person(town).registers().orders().asksForDeletion();
        town.localMishaps().doTwice(marie.requestId());
        marie.confirms();
        Office.bothApprove(town, marie.requestId());

        assertEquals("answered", marie.state());
        assertEquals(
                1,
                town.mailTo(marie.address()).stream()
                        .filter(mail -> mail.subject().equals("Vos données sont effacées"))
                        .count());
        var ledger = aude.entriesAbout(marie.requestId()).stream()
                .map(entry -> String.valueOf(entry.get("id")))
                .toList();
        assertEquals(ledger.stream().distinct().toList(), ledger);
    }
}
