package dev.kept.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.kept.http.Json;
import dev.kept.local.Options;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A workflow goes the same way on LocalStack as in the local run: state by state, with the same that goes in and comes
 * out and the same errors. Each way is walked on both, when there is a stack on LocalStack to compare with.
 */
class SameAnswersCheck {
    /** States that only more time leads to than can pass here; the scenarios of the local run pass them. */
    private static final Set<String> LATER = Set.of("Nobody Decided");

    private static final Pattern STATE = Pattern.compile("into ([^{]+) \\{");

    private static final String WAITING = "workflows that wait";

    private static final Map<String, List<Passage>> HERE = new LinkedHashMap<>();

    private final Town stack = Town.running();

    @BeforeAll
    static void goEveryWayLocally() {
        var local = Town.beside();
        try {
            ways().forEach((name, way) -> HERE.put(name, way.apply(local)));
            assertEquals(List.of(), local.end(), "mishaps that were arranged and never met");
        } finally {
            local.close();
        }
    }

    private static Set<String> names() {
        return ways().keySet();
    }

    @ParameterizedTest
    @MethodSource("names")
    void everyWayIsTheSame(String name) {
        var here = HERE.get(name);
        var there = ways().get(name).apply(stack);

        assertEquals(told(here), told(there));
        // what waits is looked at again when it takes long, and where it takes long is a matter of time
        assertEquals(Set.of(), without(waits(there), waits(everything())), "a wait that leads elsewhere");
        if (name.equals(WAITING)) {
            assertEquals(waits(everything()), waits(there));
        }
    }

    @Test
    void everyStateIsPassed() throws IOException {
        assertEquals(all(), passed(everything()));
    }

    private static List<Passage> everything() {
        return HERE.values().stream().flatMap(List::stream).toList();
    }

    private static String told(Collection<Passage> passages) {
        return passages.stream()
                .map(passage -> String.join("\n", passage.lines()) + "\n" + passage.status())
                .collect(Collectors.joining("\n\n"));
    }

    private static Set<List<String>> without(Set<List<String>> waits, Set<List<String>> known) {
        return waits.stream().filter(wait -> !known.contains(wait)).collect(Collectors.toSet());
    }

    /** What is gone through on either system; most of it is the way of one request. */
    private static Map<String, Function<Town, List<Passage>>> ways() {
        var ways = new LinkedHashMap<String, Function<Town, List<Passage>>>();
        requests().forEach((name, way) -> ways.put(name, town -> List.of(passage(town, way))));
        ways.put(WAITING, SameAnswersCheck::waiting);
        return ways;
    }

    private static Map<String, Function<Town, Person>> requests() {
        var ways = new LinkedHashMap<String, Function<Town, Person>>();
        ways.put("answered", town -> approved(town, confirmed(town)));
        ways.put(
                "nothing is held",
                town -> approved(town, new Person(town).asks().confirms()));
        ways.put("withdrawn at once", town -> new Person(town).asks().withdraws());
        ways.put("withdrawn while staff decide", town -> confirmed(town).withdraws());
        ways.put("refused", town -> {
            var marie = confirmed(town);
            var task = agnes(town).task(marie.requestId());
            return decided(town, marie, task, "refuse", UnhappyWaysTest.ground(task));
        });
        ways.put("refused by two", town -> {
            var marie = confirmed(town);
            var task = agnes(town).task(marie.requestId());
            decided(town, marie, task, "refuse", "EXCESSIVE");
            new Office(town, "boris", "approver").decides(task, "refuse", "EXCESSIVE", "");
            return marie;
        });
        ways.put("extended", town -> {
            var marie = confirmed(town);
            return approved(town, decided(town, marie, agnes(town).task(marie.requestId()), "extend", "MANY_SYSTEMS"));
        });
        ways.put("asked who she is", town -> {
            var marie = confirmed(town);
            agnes(town).decides(agnes(town).task(marie.requestId()), "ask-identity", "", "Quel produit ?");
            var token = town.lastMailTo(marie.address()).token("/identity");
            town.client()
                    .post("/requests/" + marie.requestId() + "/identity", Map.of("token", token, "answer", "Trois"));
            return approved(town, marie);
        });
        ways.put("a system holds too much", town -> {
            var marie = new Person(town).registers();
            for (var ticket = 0; ticket < 23; ticket++) {
                town.company().opensTicket(marie.address(), "x".repeat(380_000));
            }
            return approved(town, marie.asks().confirms());
        });
        ways.put("a step fails three times", town -> failing(town, "Package Answer", 3, "Lambda.ServiceException"));
        ways.put("a step cannot do its work", town -> failing(town, "Package Answer", 1, "java.lang.Error"));
        ways.put("a branch cannot do its work", town -> failing(town, "Gather From System", 1, "java.lang.Error"));
        ways.put("its failure cannot be recorded", town -> {
            var marie = confirmed(town);
            town.mishaps().fail(marie.requestId(), "Record Failure", 1, "java.lang.Error");
            town.mishaps().fail(marie.requestId(), "Deliver Answer", 1, "java.lang.Error");
            return approved(town, marie);
        });
        ways.put("the request is closed meanwhile", town -> {
            var marie = confirmed(town);
            town.mishaps().fail(marie.requestId(), "Deliver Answer", 1, "dev.kept.request.RequestClosed");
            return approved(town, marie);
        });
        ways.put("AWS refuses a call", town -> {
            var marie = confirmed(town);
            town.mishaps().refuse("PutObject", 1, marie.requestId());
            return approved(town, marie);
        });
        return ways;
    }

    /** Each waits in another state until it is looked at again; side by side, since on one system that takes its time. */
    private static List<Passage> waiting(Town town) {
        var unconfirmed = new Person(town).asks();
        var undecided = confirmed(town);
        var doubted = confirmed(town);
        agnes(town).decides(agnes(town).task(doubted.requestId()), "ask-identity", "", "Quel produit ?");
        town.letThemLookAgain();
        unconfirmed.withdraws();
        approved(town, undecided);
        doubted.withdraws();
        town.advance("PT1M");
        return Stream.of(unconfirmed, undecided, doubted)
                .map(person -> town.passage(person.requestId()))
                .toList();
    }

    /** What every wait led to; in which of the ways one ended is a matter of time. */
    private static Set<List<String>> waits(Collection<Passage> passages) {
        return passages.stream().flatMap(passage -> passage.waits().stream()).collect(Collectors.toSet());
    }

    private static Passage passage(Town town, Function<Town, Person> way) {
        var person = way.apply(town);
        town.advance("PT1M");
        return town.passage(person.requestId());
    }

    private static Person confirmed(Town town) {
        return new Person(town).registers().asks().confirms();
    }

    private static Person failing(Town town, String state, int times, String error) {
        var marie = confirmed(town);
        town.mishaps().fail(marie.requestId(), state, times, error);
        return approved(town, marie);
    }

    private static Person approved(Town town, Person person) {
        agnes(town).approves(person.requestId());
        return person;
    }

    private static Person decided(Town town, Person person, Map<String, Object> task, String decision, String reason) {
        var answered = agnes(town).decides(task, decision, reason, "");
        assertEquals(200, answered.status(), answered.toString());
        return person;
    }

    private static Office agnes(Town town) {
        return new Office(town, "agnes", "agent");
    }

    private static Set<String> passed(Iterable<Passage> passages) {
        var passed = new TreeSet<>(LATER);
        for (var passage : passages) {
            passage.waits().forEach(wait -> passed.addAll(states(wait)));
            passed.addAll(states(passage.lines()));
        }
        return passed;
    }

    private static Set<String> states(Iterable<String> lines) {
        var states = new TreeSet<String>();
        for (var line : lines) {
            STATE.matcher(line).results().forEach(found -> states.add(found.group(1)));
        }
        return states;
    }

    /** Every state of the workflow's definition. */
    private Set<String> all() throws IOException {
        var definition =
                Json.object(Files.readString(Options.projectFolder().resolve("workflows/answer-access.asl.json")));
        var all = new TreeSet<String>();
        collect(Json.child(definition, "States"), all);
        return all;
    }

    private static void collect(Map<String, Object> states, Set<String> all) {
        states.forEach((name, state) -> {
            all.add(name);
            collect(Json.child(Json.child(Json.child(states, name), "ItemProcessor"), "States"), all);
        });
    }
}
