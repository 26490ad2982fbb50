package dev.kept.scenario;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Walks the whole way many times in one process, a day of the moved clock apart, so that what has its time goes again,
 * and prints how long it takes and what stays in memory.
 */
final class WholeWayFigures {
    private static final int PARTS = 5;

    private WholeWayFigures() {}

    public static void main(String[] arguments) {
        try {
            measure(Integer.parseInt(arguments[0]));
            System.exit(0);
        } catch (RuntimeException broken) {
            broken.printStackTrace();
            System.exit(1);
        }
    }

    private static void measure(int runs) {
        var town = Town.running();
        print("%nThe whole access scenario, %d times one after another, a day apart%n", runs);
        var times = new double[runs];
        for (var run = 0; run < runs; run++) {
            var from = System.nanoTime();
            walk(town);
            times[run] = seconds(from, System.nanoTime());
            town.advance(Duration.ofDays(1).toString());
            if ((run + 1) % Math.max(1, runs / PARTS) == 0) {
                print(
                        "  heap after %d of them and a collection: %.0f MB, %d objects in the buckets%n",
                        run + 1, heap(), stored(town));
            }
        }
        print(
                "  first %.2f s, median %.3f s, slowest of the others %.2f s (goal: at most 1 s once started)%n",
                times[0],
                Arrays.stream(times).sorted().toArray()[runs / 2],
                Arrays.stream(times).skip(1).max().orElse(0));
    }

    private static void print(String format, Object... values) {
        System.out.printf(Locale.ROOT, format, values);
    }

    private static void walk(Town town) {
        var person = new Person(town).registers().orders().asks().confirms();
        new Office(town, "agnes", "agent").approves(person.requestId());
        if (!"answered".equals(person.state())) {
            // on a busy machine a call may not be answered in time: the step is tried again, as on AWS
            print("  one step more than once: %s%n", failures(town));
            town.advance("PT1H");
        }
        if (person.downloads().length == 0) {
            throw new IllegalStateException("the answer is empty");
        }
    }

    /** What went wrong in the execution that was started last. */
    private static List<String> failures(Town town) {
        var executions = town.behind().executions();
        return executions.history(executions.all().get(0).executionArn()).stream()
                .filter(event -> event.type().endsWith("Failed"))
                .map(event -> String.valueOf(event.details().get("cause")))
                .toList();
    }

    private static double seconds(long from, long to) {
        return (to - from) / 1e9;
    }

    /** A local run has them in memory, each in a block of at least 8 KB. */
    private static long stored(Town town) {
        return town.objects().listBuckets().buckets().stream()
                .flatMap(bucket ->
                        town
                                .objects()
                                .listObjectVersionsPaginator(list -> list.bucket(bucket.name()))
                                .versions()
                                .stream())
                .count();
    }

    private static double heap() {
        System.gc();
        var runtime = Runtime.getRuntime();
        return (runtime.totalMemory() - runtime.freeMemory()) / 1e6;
    }
}
