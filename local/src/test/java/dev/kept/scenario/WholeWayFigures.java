package dev.kept.scenario;

import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;

/** Walks the whole way a thousand times in one process and prints how long it takes and what stays in memory. */
final class WholeWayFigures {
    private WholeWayFigures() {}

    public static void main(String[] arguments) {
        var runs = Integer.parseInt(arguments[0]);
        var begun = System.nanoTime();
        var town = Town.running();
        System.out.printf(
                Locale.ROOT,
                "%nThe system itself starts in %.1f s (goal: at most 4)%n",
                seconds(begun, System.nanoTime()));
        var times = new double[runs];
        var heapEarly = 0.0;
        for (var run = 0; run < runs; run++) {
            var from = System.nanoTime();
            walk(town);
            times[run] = seconds(from, System.nanoTime());
            if (run + 1 == Math.max(1, runs / 10)) {
                heapEarly = heap();
            }
        }
        var heapLate = heap();
        System.out.printf(Locale.ROOT, "The whole access scenario, %d times one after another%n", runs);
        System.out.printf(
                Locale.ROOT,
                "  first %.2f s, median %.3f s, slowest of the others %.2f s (goal: at most 1 s once started)%n",
                times[0],
                Arrays.stream(times).sorted().toArray()[runs / 2],
                Arrays.stream(times).skip(1).max().orElse(0));
        System.out.printf(
                Locale.ROOT,
                "  heap after a collection: %.0f MB after %d, %.0f MB after %d (goal: no growth but what is stored)%n",
                heapEarly,
                Math.max(1, runs / 10),
                heapLate,
                runs);
        System.exit(0);
    }

    private static void walk(Town town) {
        var person = new Person(town).registers().orders().asks().confirms();
        new Office(town, "agnes", "agent").approves(person.requestId());
        if (person.downloads().length == 0) {
            throw new IllegalStateException("the answer is empty");
        }
        // beyond the hour in which requests of one sender are counted
        town.advance(Duration.ofHours(1).toString());
    }

    private static double seconds(long from, long to) {
        return (to - from) / 1e9;
    }

    private static double heap() {
        System.gc();
        var runtime = Runtime.getRuntime();
        return (runtime.totalMemory() - runtime.freeMemory()) / 1e6;
    }
}
