package dev.kept.scenario;

import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;

/**
 * Walks the whole way many times in one process, a day of the moved clock apart, so that what has its time goes again,
 * and prints how long it takes and what stays in memory.
 */
final class WholeWayFigures {
    private static final int PARTS = 5;

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
        var heaps = new double[PARTS];
        for (var run = 0; run < runs; run++) {
            var from = System.nanoTime();
            walk(town);
            times[run] = seconds(from, System.nanoTime());
            town.advance(Duration.ofDays(1).toString());
            if ((run + 1) % (runs / PARTS) == 0) {
                heaps[(run + 1) / (runs / PARTS) - 1] = heap();
            }
        }
        System.out.printf(Locale.ROOT, "The whole access scenario, %d times one after another%n", runs);
        System.out.printf(
                Locale.ROOT,
                "  first %.2f s, median %.3f s, slowest of the others %.2f s (goal: at most 1 s once started)%n",
                times[0],
                Arrays.stream(times).sorted().toArray()[runs / 2],
                Arrays.stream(times).skip(1).max().orElse(0));
        for (var part = 0; part < PARTS; part++) {
            System.out.printf(
                    Locale.ROOT,
                    "  heap after %d of them and a collection: %.0f MB%n",
                    (part + 1) * (runs / PARTS),
                    heaps[part]);
        }
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
