package dev.kept.scenario;

import dev.kept.http.Json;
import dev.kept.local.Kept;
import dev.kept.local.Options;
import dev.kept.local.SampleCompany;
import dev.kept.policy.Policy;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * One running system that all scenarios share, each with people of its own: a local run, whose time stands still but for
 * what scenarios do to it, or a stack on LocalStack that is up, where {@code kept.stack} names the file about it.
 */
public final class Town {
    private static final Instant START = Instant.parse("2026-11-23T09:00:00Z");

    /** By the project's folder: on a copy with a fault in it scenarios run in a town of their own. */
    private static final Map<Path, Town> TOWNS = new ConcurrentHashMap<>();

    private static final Map<Path, Set<String>> VISITORS = new ConcurrentHashMap<>();

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> TOWNS.keySet().forEach(Town::leave)));
    }

    private final RunningSystem system;
    private final Client client;
    private final AtomicInteger people;

    private Town(RunningSystem system, Client client, AtomicInteger people) {
        this.system = system;
        this.client = client.telling(system::asked);
        this.people = people;
    }

    private static Town of(RunningSystem system) {
        return new Town(system, new Client(system.address()), new AtomicInteger(system.firstPerson()));
    }

    /** The same for the next scenario. */
    Town nextScenario() {
        return new Town(system.nextScenario(), client, people);
    }

    /** The scenario is over: gives back what mishaps it has arranged that were never met. */
    List<String> end() {
        var unmet = system.mishaps().unmet();
        system.end();
        return unmet;
    }

    private static Town local(Options options) {
        var mishaps = new LocalMishaps();
        var kept = Kept.start(options.withInterference(mishaps).withWatching(List.of(mishaps)));
        return of(new LocalRun(kept, mishaps));
    }

    static boolean isOnLocalStack() {
        return System.getProperty("kept.stack") != null;
    }

    static Town running() {
        visited(StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE)
                .getCallerClass());
        return TOWNS.computeIfAbsent(Options.projectFolder(), Town::at).nextScenario();
    }

    private static Town at(Path project) {
        return isOnLocalStack()
                ? of(new StackRun(Path.of(System.getProperty("kept.stack"))))
                : local(Options.still(project, START));
    }

    private static void visited(Class<?> scenario) {
        VISITORS.computeIfAbsent(Options.projectFolder(), folder -> ConcurrentHashMap.newKeySet())
                .add(scenario.getNestHost().getSimpleName());
    }

    /** Ends what runs on that project's folder. */
    public static void leave(Path project) {
        var town = TOWNS.remove(project);
        if (town != null) {
            town.close();
        }
    }

    /** Another one, locally and on a clock that stands still, beside whatever system the scenarios run on; to be closed. */
    static Town beside() {
        return local(Options.still(Options.projectFolder(), START));
    }

    /**
     * Another one for a class of scenarios alone, in which nobody else leaves anything: what looks at every row, or makes very
     * many requests, is slow where others have been, and makes them slow. The caller closes it.
     */
    static Town apart() {
        visited(StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE)
                .getCallerClass());
        return beside();
    }

    /** Another one, as {@link #apart()}, under a policy that lies elsewhere. */
    static Town under(String policy, Path root) {
        visited(StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE)
                .getCallerClass());
        var template = Options.projectFolder().resolve("template.yaml");
        return local(Options.still(root, START).withTemplate(template).withPolicy(policy));
    }

    /** Another one, as people start it: its clock runs. The caller closes it. */
    static Town onARunningClock() {
        visited(StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE)
                .getCallerClass());
        return local(Options.live(Options.projectFolder()).withPort(0));
    }

    /** The scenarios that have been here. */
    static Set<String> visitors() {
        return Set.copyOf(VISITORS.getOrDefault(Options.projectFolder(), Set.of()));
    }

    void close() {
        if (system instanceof LocalRun run) {
            run.kept().close();
        }
    }

    Client client() {
        return client;
    }

    URI address() {
        return system.address();
    }

    Policy policy() {
        return system.policy();
    }

    /** The company's own software. */
    SampleCompany company() {
        return system.company();
    }

    /** What the outside cannot do: look behind the contract. */
    Kept behind() {
        if (system instanceof LocalRun run) {
            return run.kept();
        }
        throw new IllegalStateException("nobody can look behind the contract here: mark the scenario @OnlyLocally");
    }

    Mishaps mishaps() {
        return system.mishaps();
    }

    /** Mishaps that only a local run can have. */
    LocalMishaps localMishaps() {
        if (system.mishaps() instanceof LocalMishaps local) {
            return local;
        }
        throw new IllegalStateException("such mishaps cannot be had here: mark the scenario @OnlyLocally");
    }

    S3Client objects() {
        return system.objects();
    }

    String answersBucket() {
        return system.answersBucket();
    }

    /** How the workflow of that request went so far. */
    Passage passage(String requestId) {
        return system.passage(requestId);
    }

    /** That request may have been resumed: what carries it out now counts as running. */
    void resumed(String requestId) {
        system.asked(requestId + ".resumed.1");
        system.asked(requestId + ".resumed.2");
        system.advance(Duration.ZERO);
    }

    /** Lets workflows that wait look again at what they wait for, once at least. */
    void letThemLookAgain() {
        system.letThemLookAgain();
    }

    /** Has the schedule of that function, by its name in the template, fire as it will after so long. */
    void fire(String function, String later) {
        system.fire(function, Duration.parse(later));
    }

    /** An address that nobody else in the town has. */
    String newAddress() {
        return "marie.curie" + people.incrementAndGet() + "@example.org";
    }

    /** A telephone number that nobody else in the town has. */
    String newPhone() {
        return String.format(Locale.ROOT, "+33144%06d", 273_010 + people.incrementAndGet());
    }

    /** Moves the clock; returns when everything that fell due has run. */
    void advance(String duration) {
        system.advance(Duration.parse(duration));
    }

    Instant now() {
        return system.now();
    }

    /** Where that text stands, in everything that the run keeps. */
    List<String> places(String text) {
        return Json.list(
                        client.get("/_local/find?text=" + URLEncoder.encode(text, StandardCharsets.UTF_8))
                                .json(),
                        "found")
                .stream()
                .map(found -> String.valueOf(((Map<?, ?>) found).get("where")))
                .toList();
    }

    List<Message> mailTo(String address) {
        system.advance(Duration.ZERO);
        return Json.list(client.get("/_local/mailbox?to=" + address).json(), "messages").stream()
                .map(Message::of)
                .toList();
    }

    Message lastMailTo(String address) {
        var all = mailTo(address);
        if (all.isEmpty()) {
            throw new AssertionError("nothing in the mailbox of the person");
        }
        return all.get(all.size() - 1);
    }

    String[] staff(String person, String role) {
        var token = client.post("/_local/tokens", Map.of("person", person, "role", role))
                .text("token");
        return new String[] {"Authorization", "Bearer " + token};
    }

    /** A mail as the mailbox shows it. */
    record Message(String subject, String text, List<String> links) {
        static Message of(Object tree) {
            @SuppressWarnings("unchecked")
            var message = (Map<String, Object>) tree;
            return new Message(
                    Json.string(message, "subject"),
                    Json.string(message, "text"),
                    Json.list(message, "links").stream().map(String::valueOf).toList());
        }

        /** The token in the link whose path ends so. */
        String token(String ending) {
            return links.stream()
                    .filter(link -> link.contains(ending + "?token="))
                    .map(link -> link.substring(link.indexOf("?token=") + 7))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("no link to " + ending + " in: " + subject));
        }
    }
}
