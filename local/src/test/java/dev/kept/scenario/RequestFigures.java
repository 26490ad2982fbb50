package dev.kept.scenario;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Carries out each kind of request many times in one process, by turns, and prints how long one takes beside an access
 * request, and what one costs: its transitions and its calls to AWS, counted, at the public prices of eu-west-3. Then erases a
 * person with very many records, and one function dies on the way.
 */
final class RequestFigures {
    private static final int MUCH = 100_000;

    /** Dollars for one, without a free tier. Reading units are counted as one a call, which is what a row of these takes. */
    private static final Map<String, Double> PRICES = Map.ofEntries(
            Map.entry("transition", 0.0297 / 1_000),
            Map.entry("dynamodb:PutItem", 0.7423e-6),
            Map.entry("dynamodb:UpdateItem", 0.7423e-6),
            Map.entry("dynamodb:DeleteItem", 0.7423e-6),
            Map.entry("dynamodb:BatchWriteItem", 25 * 0.7423e-6),
            Map.entry("dynamodb:GetItem", 0.1487e-6),
            Map.entry("dynamodb:Query", 0.1487e-6),
            Map.entry("kms:Decrypt", 3e-6),
            Map.entry("kms:GenerateDataKey", 3e-6),
            Map.entry("kms:GenerateMac", 3e-6),
            Map.entry("kms:Sign", 15e-6),
            Map.entry("ses:SendEmail", 1e-4),
            Map.entry("s3:PutObject", 5.3e-6),
            Map.entry("s3:ListBucket", 5.3e-6),
            Map.entry("s3:ListBucketVersions", 5.3e-6),
            Map.entry("s3:GetObject", 0.42e-6));

    private final Town town = Town.running();
    private final Office agnes = new Office(town, "agnes", "agent");
    private final Office paul = new Office(town, "paul", "approver");

    private RequestFigures() {}

    public static void main(String[] arguments) {
        try {
            var figures = new RequestFigures();
            figures.kinds(Integer.parseInt(arguments[0]));
            figures.much();
            System.exit(0);
        } catch (RuntimeException broken) {
            broken.printStackTrace();
            System.exit(1);
        }
    }

    private void kinds(int runs) {
        var kinds = new LinkedHashMap<String, Function<Person, Person>>();
        kinds.put("access", Person::asks);
        kinds.put("correction", person -> person.proposes(Map.of("phone", town.newPhone())));
        kinds.put("deletion", Person::asksForDeletion);
        kinds.put("portability", Person::asksToTakeAlong);
        kinds.put("restriction", Person::asksForRestriction);
        var times = new LinkedHashMap<String, List<Double>>();
        kinds.keySet().forEach(kind -> times.put(kind, new ArrayList<>()));
        for (var run = 0; run < runs; run++) {
            kinds.forEach((kind, asks) -> {
                var person = new Person(town)
                        .registersWith(Map.of("phone", town.newPhone()))
                        .orders();
                var from = System.nanoTime();
                carry(asks.apply(person), kind.equals("deletion"));
                times.get(kind).add((System.nanoTime() - from) / 1e9);
            });
            town.advance(Duration.ofDays(1).toString());
        }
        var access = median(times.getOrDefault("access", List.of()));
        print("%nOne request of each kind, from the form to the answer, by turns, %d of each%n", runs);
        times.forEach((kind, all) -> print(
                "  %-12s median %.3f s, %.2f x access%s%n",
                kind, median(all), median(all) / access, kind.equals("deletion") ? " (goal: at most 1.5 x)" : ""));
        kinds.forEach(this::count);
    }

    private void carry(Person person, boolean two) {
        person.confirms();
        agnes.approves(person.requestId());
        if (two) {
            paul.approves(person.requestId());
        }
        if (!"answered".equals(person.state())) {
            // on a busy machine a call may not be answered in time: the step is tried again, as on AWS
            town.advance("PT1H");
        }
        if (!"answered".equals(person.state())) {
            throw new IllegalStateException("it is " + person.state());
        }
    }

    private void count(String kind, Function<Person, Person> asks) {
        var person =
                new Person(town).registersWith(Map.of("phone", town.newPhone())).orders();
        town.behind().calls().clear();
        carry(asks.apply(person), kind.equals("deletion"));
        var transitions = town.passage(person.requestId()).lines().stream()
                .filter(line -> line.startsWith("into "))
                .count();
        var calls = town.behind().calls().counts().entrySet().stream()
                .filter(call -> call.getKey().function().endsWith("Function"))
                .collect(Collectors.groupingBy(
                        call -> call.getKey().action(), Collectors.summingLong(Map.Entry::getValue)));
        var price = transitions * PRICES.getOrDefault("transition", 0.0)
                + calls.entrySet().stream()
                        .mapToDouble(call -> call.getValue() * PRICES.getOrDefault(call.getKey(), 0.0))
                        .sum();
        print(
                "  %-12s %d transitions (goal: at most %d), %d calls to AWS, %.5f $ without the functions' own time%n",
                kind,
                transitions,
                kind.equals("deletion") ? 25 : 15,
                calls.values().stream().mapToLong(Long::longValue).sum(),
                price);
    }

    /** In this process all functions share what the biggest of them has alone. */
    private void much() {
        var person = new Person(town).registers();
        for (var ticket = 1; ticket < MUCH; ticket++) {
            town.company().opensTicket(person.address(), "One of very many");
        }
        person.asksForDeletion();
        var from = System.nanoTime();
        person.confirms();
        agnes.approves(person.requestId());
        town.localMishaps().dieAfter("BatchWriteItem", "HelpdeskTickets");
        paul.approves(person.requestId());
        for (var hours = 0; hours < 48 && !"answered".equals(person.state()); hours++) {
            town.advance("PT1H");
        }
        var seconds = (System.nanoTime() - from) / 1e9;
        print(
                "%nA person with %d records in one table: %s after %.0f s, %d left, with %d MB for everything and one"
                        + " function dead on the way%n",
                MUCH,
                person.state(),
                seconds,
                town.company().tickets(person.address()).size(),
                Runtime.getRuntime().maxMemory() / 1_000_000);
    }

    private static double median(List<Double> times) {
        return times.stream().sorted().toList().get(times.size() / 2);
    }

    private static void print(String format, Object... values) {
        System.out.printf(Locale.ROOT, format, values);
    }
}
