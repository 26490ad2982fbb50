package dev.kept.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kept.http.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A function dies after each single write that a request makes, one request after another until there is no write left
 * to die after. Between two writes nothing changes, so that is every place where it can die: before a write is after the
 * one before it.
 */
@Execution(ExecutionMode.CONCURRENT)
// its scenarios one after another, all the same
@ResourceLock("EveryDeathTest")
@OnlyLocally(OnlyLocally.INSIDE)
class EveryDeathTest {
    private static final int MORE_THAN_ENOUGH = 500;
    private static final int MORE_WRITES_THAN_A_LAPSE = 20;

    private static final Town APART = Town.apart();

    private final Town town = APART.nextScenario();
    private final Office agnes = new Office(town, "agnes", "agent");
    private final Office paul = new Office(town, "paul", "approver");
    private final Office aude = new Office(town, "aude", "auditor");

    @AfterAll
    static void leaves() {
        APART.close();
    }

    /** What is asked for, how many people decide it, and how it is seen to be done. */
    enum Journey {
        ACCESS(1, "Votre réponse est prête") {
            @Override
            Person asks(Town town) {
                return new Person(town).registers().orders().asks();
            }

            @Override
            void isDone(Town town, Person person, String told) {
                try {
                    var files = WholeWayTest.unzip(person.downloads()).toString();
                    assertTrue(files.contains(person.address()), told);
                } catch (IOException broken) {
                    throw new UncheckedIOException(told, broken);
                }
            }
        },
        CORRECTION(1, "Vos données sont corrigées") {
            @Override
            Person asks(Town town) {
                return new Person(town)
                        .registersWith(Map.of("phone", town.newPhone()))
                        .proposes(Map.of("phone", town.newPhone()));
            }

            @Override
            void isDone(Town town, Person person, String told) {
                assertEquals(
                        Map.of("kept", "corrected", "helpdesk-tickets", "corrected"),
                        Receipt.of(town, person).outcomes(),
                        told);
                assertEquals(List.of(), restrictions(town, person), told);
            }
        },
        DELETION(2, "Vos données sont effacées") {
            @Override
            Person asks(Town town) {
                return new Person(town).registers().orders().asksForDeletion();
            }

            @Override
            void isDone(Town town, Person person, String told) {
                assertEquals(List.of(), town.company().tickets(person.address()), told);
                var erased = new Office(town, "aude", "auditor")
                        .entriesAbout(person.requestId()).stream()
                                .filter(entry -> entry.get("what").equals("system-erased"))
                                .count();
                assertEquals(4, erased, told);
            }
        },
        RESTRICTION(1, "Vos données ne sont plus utilisées comme avant") {
            @Override
            Person asks(Town town) {
                return new Person(town).registers().asksForRestriction();
            }

            @Override
            void isDone(Town town, Person person, String told) {
                assertEquals("restricted", Receipt.of(town, person).outcomes().get("kept"), told);
                assertEquals(1, restrictions(town, person).size(), told);
            }
        };

        private final int deciders;
        private final String subject;

        Journey(int deciders, String subject) {
            this.deciders = deciders;
            this.subject = subject;
        }

        abstract Person asks(Town town);

        abstract void isDone(Town town, Person person, String told);

        static List<Object> restrictions(Town town, Person person) {
            var file = new Office(town, "paul", "approver").get("/staff/requests/" + person.requestId());
            return Json.list(file.json(), "restrictions");
        }
    }

    @ParameterizedTest
    @EnumSource
    void aRequestIsCarriedThroughWhereverAFunctionDies(Journey journey) {
        var write = 1;
        while (survives(journey, write)) {
            assertTrue(write < MORE_THAN_ENOUGH, "it never came to an end");
            write++;
        }
        assertTrue(write > 20, "a request makes more writes than " + write);
    }

    @Test
    void whatWasTypedIsForgottenWhereverAFunctionDiesWhileARequestLapses() {
        var asked = new ArrayList<Person>();
        while (asked.size() < MORE_WRITES_THAN_A_LAPSE) {
            asked.add(new Person(town).registers().asks());
            town.advance("PT1H");
        }
        // half an hour before the first of them lapses, and then one an hour
        town.advance(
                Duration.ofDays(7).minusHours(asked.size()).minusMinutes(30).toString());
        var write = 1;
        while (lapses(asked.get(write - 1), write)) {
            write++;
        }
        assertTrue(write > 6, "it makes more writes than " + write);
    }

    private boolean lapses(Person person, int write) {
        town.localMishaps().dieAfterWrite(write);
        town.advance("PT1H");
        var died = town.localMishaps().hasDied();

        var told = "after write " + write;
        assertEquals("lapsed", person.state(), told);
        var file = agnes.get("/staff/requests/" + person.requestId()).json();
        assertFalse(file.containsKey("identifier"), told);
        assertEquals(
                "Votre demande n’a pas été confirmée",
                town.lastMailTo(person.address()).subject(),
                told);
        var forgotten = aude.entriesAbout(person.requestId()).stream()
                .filter(entry -> entry.get("what").equals("request-forgotten"))
                .count();
        assertEquals(1, forgotten, told);
        return died;
    }

    /** Whether there was a write of that number to die after. */
    private boolean survives(Journey journey, int write) {
        var marie = journey.asks(town);
        town.localMishaps().dieAfterWrite(write);
        confirms(marie);
        approve(marie, agnes);
        if (journey.deciders > 1) {
            approve(marie, paul);
        }
        town.advance("PT6H");
        if (!marie.state().equals("answered")) {
            town.letThemLookAgain();
        }
        var died = town.localMishaps().hasDied();

        var told = journey + " after write " + write;
        assertEquals("answered", marie.state(), told);
        var ledger = aude.entriesAbout(marie.requestId()).stream()
                .map(entry -> String.valueOf(entry.get("what")))
                .collect(Collectors.groupingBy(what -> what, Collectors.counting()));
        for (var once : List.of("request-confirmed", "decided-approve", "request-answered", "receipt-issued")) {
            assertEquals(1L, ledger.get(once), told + " " + once);
        }
        assertTrue(
                town.mailTo(marie.address()).stream()
                        .anyMatch(mail -> mail.subject().equals(journey.subject)),
                told);
        journey.isDone(town, marie, told);
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

    @ParameterizedTest
    @EnumSource
    void aRequestWhoseEveryStepHappensTwiceIsDoneOnce(Journey journey) {
        var marie = journey.asks(town);
        town.localMishaps().doTwice(marie.requestId());
        marie.confirms();
        agnes.approves(marie.requestId());
        if (journey.deciders > 1) {
            paul.approves(marie.requestId());
        }

        assertEquals("answered", marie.state());
        assertEquals(
                1,
                town.mailTo(marie.address()).stream()
                        .filter(mail -> mail.subject().equals(journey.subject))
                        .count());
        var ledger = new ArrayList<>(aude.entriesAbout(marie.requestId()).stream()
                .map(entry -> String.valueOf(entry.get("id")))
                .toList());
        assertEquals(ledger.stream().distinct().toList(), ledger);
        journey.isDone(town, marie, "twice");
    }
}
