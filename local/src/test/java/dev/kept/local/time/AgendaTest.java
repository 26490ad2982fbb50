package dev.kept.local.time;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class AgendaTest {
    private static final Instant START = Instant.parse("2026-11-22T09:00:00Z");

    private final List<String> ran = new ArrayList<>();
    private final Agenda agenda = Agenda.manual(START, 7);

    @Test
    void entriesRunInTheOrderOfTheirInstantsAndThenOfTheirAddition() {
        note(START.plusSeconds(2), "c");
        note(START.plusSeconds(1), "a");
        note(START.plusSeconds(1), "b");

        agenda.advance(Duration.ofSeconds(2));

        assertEquals(List.of("a", "b", "c"), ran);
    }

    @Test
    void nothingRunsBeforeTimeIsMoved() {
        note(START.plusSeconds(1), "later");
        note(START, "now");

        assertEquals(List.of(), ran);
        agenda.settle();

        assertEquals(List.of("now"), ran);
        assertEquals(START, agenda.clock().instant());
    }

    @Test
    void eachEntrySeesItsOwnInstantOnTheClock() {
        agenda.at(
                START.plusSeconds(5),
                "look",
                () -> ran.add(agenda.clock().instant().toString()));

        agenda.advanceTo(START.plusSeconds(60));

        assertEquals(List.of(START.plusSeconds(5).toString()), ran);
        assertEquals(START.plusSeconds(60), agenda.clock().instant());
    }

    @Test
    void entriesAddedMeanwhileRunInTheirPlace() {
        note(START.plusSeconds(3), "third");
        agenda.at(START.plusSeconds(1), "first", () -> {
            ran.add("first");
            note(START.plusSeconds(2), "second");
            note(START.plusSeconds(9), "beyond");
        });

        agenda.advance(Duration.ofSeconds(3));

        assertEquals(List.of("first", "second", "third"), ran);
    }

    @Test
    void whatIsAddedForThePastDoesNotOvertakeWhatIsDue() {
        note(START, "due");
        note(START.minusSeconds(1), "past");

        agenda.settle();

        assertEquals(List.of("due", "past"), ran);
    }

    @Test
    void aCancelledEntryIsForgotten() {
        var entry = note(START.plusSeconds(1), "cancelled");

        entry.cancel();

        assertEquals(0, agenda.waiting());
        agenda.advance(Duration.ofSeconds(1));
        assertEquals(List.of(), ran);
    }

    @Test
    void anEntryThatThrowsIsToldAndRememberedAndTheNextOneRuns() {
        var told = new AtomicReference<Failure>();
        var watched = Agenda.manual(START, 7, told::set);
        var thrown = new IllegalStateException("broken");
        watched.at(START, "break", () -> {
            throw thrown;
        });
        watched.at(START, "go on", () -> ran.add("went on"));

        watched.settle();

        assertEquals(List.of("went on"), ran);
        assertEquals(List.of(new Failure(START, "break", thrown)), watched.failures());
        assertEquals(watched.failures().get(0), told.get());
    }

    @Test
    void aHandlerThatThrowsDoesNotStopTheAgendaEither() {
        var watched = Agenda.manual(START, 7, failure -> {
            throw new IllegalStateException("no ear");
        });
        watched.at(START, "break", () -> {
            throw new IllegalStateException("broken");
        });
        watched.at(START, "go on", () -> ran.add("went on"));

        watched.settle();

        assertEquals(List.of("went on"), ran);
        assertEquals(1, watched.failures().get(0).thrown().getSuppressed().length);
    }

    @Test
    void aPeriodicEntryComesEachTimeAlsoAfterItThrew() {
        agenda.every(Duration.ofDays(1), "sweep", () -> {
            ran.add(agenda.clock().instant().toString());
            throw new IllegalStateException("each time");
        });

        agenda.advance(Duration.ofDays(3));

        assertEquals(List.of("2026-11-23T09:00:00Z", "2026-11-24T09:00:00Z", "2026-11-25T09:00:00Z"), ran);
        assertEquals(3, agenda.failures().size());
    }

    @Test
    void aPeriodicEntryCanBeCalledOffFromWithin() {
        var entries = new ArrayList<Entry>();
        entries.add(agenda.every(Duration.ofHours(1), "once only", () -> {
            ran.add("ran");
            entries.get(0).cancel();
        }));

        agenda.advance(Duration.ofDays(1));

        assertEquals(List.of("ran"), ran);
        assertEquals(0, agenda.waiting());
    }

    @Test
    void aScheduleThatDoesNotMoveOnIsRefused() {
        var refused = assertThrows(
                IllegalArgumentException.class, () -> agenda.every(Duration.ZERO, "spin", () -> ran.add("spin")));

        assertTrue(String.valueOf(refused.getMessage()).startsWith("spin would come again"), refused::getMessage);
    }

    @Test
    void anEntryCannotAdvanceItsOwnAgenda() {
        agenda.at(START, "advance", () -> agenda.advance(Duration.ofDays(1)));

        agenda.settle();

        assertEquals("advance", agenda.failures().get(0).what());
        assertEquals(START, agenda.clock().instant());
    }

    @Test
    void timeDoesNotGoBack() {
        assertThrows(IllegalArgumentException.class, () -> agenda.advanceTo(START.minusMillis(1)));
    }

    @Test
    void theSameSeedGivesTheSameChance() {
        var again = Agenda.manual(START, 7);
        var other = Agenda.manual(START, 8);
        var number = agenda.random().nextLong();

        assertEquals(number, again.random().nextLong());
        assertNotEquals(number, other.random().nextLong());
    }

    @Test
    void aClosedAgendaTakesNothingAndKeepsNothing() {
        note(START, "waiting");

        agenda.close();

        assertEquals(0, agenda.waiting());
        assertThrows(IllegalStateException.class, () -> note(START, "too late"));
    }

    @Test
    void aLiveAgendaRunsWhatFallsDueBeforeItsAdvanceReturns() {
        try (var live = Agenda.live(7, failure -> {})) {
            var begin = live.clock().instant();
            var seen = new ArrayList<Instant>();
            live.every(Duration.ofDays(1), "daily", () -> seen.add(live.clock().instant()));

            live.advance(Duration.ofDays(12).plusHours(1));

            assertEquals(12, seen.size());
            for (int day = 1; day <= 12; day++) {
                var late = Duration.between(begin.plus(Duration.ofDays(day)), seen.get(day - 1));
                assertTrue(!late.isNegative() && late.compareTo(Duration.ofHours(1)) < 0, late.toString());
            }
            assertFalse(live.clock().instant().isBefore(begin.plus(Duration.ofDays(12))));
        }
    }

    @Test
    void aLiveAgendaFollowsRealTime() throws InterruptedException {
        try (var live = Agenda.live(7, failure -> {})) {
            var done = new CountDownLatch(1);

            live.after(Duration.ofMillis(20), "soon", done::countDown);

            done.await();
            assertEquals(0, live.waiting());
        }
    }

    @Test
    void anEntryThatInterruptsItsThreadDoesNotEndTheAgenda() {
        try (var live = Agenda.live(7, failure -> {})) {
            live.after(Duration.ZERO, "interrupt", () -> Thread.currentThread().interrupt());
            live.settle();
            live.after(Duration.ZERO, "go on", () -> ran.add("went on"));

            live.settle();

            assertEquals(List.of("went on"), ran);
        }
    }

    @Test
    void entriesOfManyThreadsAllRunOneAtATime() throws InterruptedException {
        try (var live = Agenda.live(7, failure -> {})) {
            var atOnce = new AtomicInteger();
            var most = new AtomicInteger();
            var total = new AtomicInteger();
            var threads = new ArrayList<Thread>();
            for (int i = 0; i < 4; i++) {
                threads.add(new Thread(() -> {
                    for (int entry = 0; entry < 250; entry++) {
                        live.at(Instant.EPOCH, "count", () -> {
                            most.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
                            total.incrementAndGet();
                            atOnce.decrementAndGet();
                        });
                    }
                }));
            }

            threads.forEach(Thread::start);
            for (var thread : threads) {
                thread.join();
            }
            live.settle();

            assertEquals(1000, total.get());
            assertEquals(1, most.get());
        }
    }

    private Entry note(Instant instant, String what) {
        return agenda.at(instant, what, () -> ran.add(what));
    }
}
