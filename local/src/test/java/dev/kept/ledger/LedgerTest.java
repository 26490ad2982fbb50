package dev.kept.ledger;

import static dev.kept.ledger.LocalProof.entry;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LedgerTest {
    private static final int THREADS = 8;

    private final LocalProof local = new LocalProof();

    @BeforeEach
    void newLedger(TestInfo test) {
        local.newLedger(test.getTestMethod().orElseThrow().getName());
    }

    @AfterAll
    void stop() {
        local.close();
    }

    @Test
    void anEmptyLedgerIsAtItsStart() {
        var ledger = local.wiring().ledger();

        assertEquals(Position.start("kept"), ledger.head());
        assertEquals(List.of(), ledger.entries(0, 10));
    }

    @Test
    void entriesFollowOneAnotherFromTheFirstOn() {
        var ledger = local.wiring().ledger();

        var first = ledger.append(entry("one"));
        var second = ledger.append(entry("two"));

        assertEquals(Position.start("kept").next(entry("one").canonical(1)), first);
        assertEquals(first.next(entry("two").canonical(2)), second);
        assertEquals(second, ledger.head());
        assertEquals(List.of(2L), numbers(ledger.entries(1, 10)));
        assertEquals(List.of(1L), numbers(ledger.entries(0, 1)));
    }

    @Test
    void aStepThatIsRepeatedAddsNothing() {
        var ledger = local.wiring().ledger();
        var first = ledger.append(entry("one"));
        ledger.append(entry("two"));

        assertEquals(first, ledger.append(entry("one")));
        assertEquals(2, ledger.head().seq());
    }

    @Test
    void theSameStepSeveralTimesAtOnceIsWrittenOnce() throws Exception {
        var places = new HashSet<Position>();
        for (var place : atOnce(thread -> List.of(local.wiring().ledger().append(entry("one"))))) {
            places.add(place);
        }

        assertEquals(1, places.size());
        assertEquals(1, local.wiring().ledger().head().seq());
    }

    @Test
    void whoeverLosesARaceTakesTheNextPlace() throws Exception {
        var places = atOnce(thread -> {
            var ledger = local.wiring().ledger();
            return LongStream.range(0, 50)
                    .mapToObj(i -> ledger.append(entry(thread + "/" + i)))
                    .toList();
        });

        assertEquals(400, new HashSet<>(places).size());
        var links = local.wiring().ledger().entries(0, 1000);
        assertEquals(LongStream.rangeClosed(1, 400).boxed().toList(), numbers(links));
        var walk = new LedgerWalk(local.wiring().ledger()).from(Position.start("kept"), Optional.empty());
        assertEquals(Optional.empty(), walk.broken());
        assertEquals(400, walk.at().seq());
    }

    @Test
    void whatSomebodyChangesInTheTableIsFound() {
        var ledger = local.wiring().ledger();
        for (var i = 1; i <= 5; i++) {
            ledger.append(entry("e" + i));
        }
        var third = ledger.entries(2, 1).get(0);

        local.tamper(3, Ledger.ENTRY, third.entry().replace("\"count\":1", "\"count\":2"));
        assertEquals(3, brokenAt());
        local.tamper(3, Ledger.ENTRY, third.entry());
        local.tamper(3, Ledger.HASH, third.position().hash().replaceFirst("^.", "x"));
        assertEquals(3, brokenAt());
        local.remove(3);
        assertEquals(3, brokenAt());
    }

    private long brokenAt() {
        var walk = new LedgerWalk(local.wiring().ledger()).from(Position.start("kept"), Optional.empty());
        assertTrue(walk.broken().isPresent());
        return walk.broken().get().seq();
    }

    private static List<Long> numbers(List<Link> links) {
        return links.stream().map(link -> link.position().seq()).toList();
    }

    /** What as many threads as there are wrote at once. */
    private static List<Position> atOnce(Work work) throws Exception {
        var pool = Executors.newFixedThreadPool(THREADS);
        try {
            var calls = new ArrayList<Callable<List<Position>>>();
            for (var i = 0; i < THREADS; i++) {
                var thread = i;
                calls.add(() -> work.write(thread));
            }
            var places = new ArrayList<Position>();
            for (var done : pool.invokeAll(calls)) {
                places.addAll(done.get());
            }
            return places;
        } finally {
            pool.shutdown();
        }
    }

    /** What one of the threads does. */
    private interface Work {
        List<Position> write(int thread);
    }
}
