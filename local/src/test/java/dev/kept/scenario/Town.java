package dev.kept.scenario;

import dev.kept.http.Json;
import dev.kept.local.Kept;
import dev.kept.local.Options;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * One running system that all scenarios share, each with people of its own. Time stands still but for what scenarios
 * do to it.
 */
final class Town {
    private static final Town ONLY =
            new Town(Options.still(Options.projectFolder(), Instant.parse("2026-11-23T09:00:00Z")));
    private static final Set<String> VISITORS = ConcurrentHashMap.newKeySet();

    private final Mishaps mishaps = new Mishaps();
    private final AwsMishaps awsMishaps = new AwsMishaps();
    private final Kept kept;
    private final Client client;
    private final AtomicInteger people = new AtomicInteger();

    private Town(Options options) {
        kept = Kept.start(options.withInterference(mishaps).withWatching(List.of(mishaps, awsMishaps)));
        Runtime.getRuntime().addShutdownHook(new Thread(kept::close));
        client = new Client(kept.address());
    }

    static Town running() {
        VISITORS.add(StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE)
                .getCallerClass()
                .getSimpleName());
        return ONLY;
    }

    /** Another one, as people start it: its clock runs. The caller closes it. */
    static Town onARunningClock() {
        return new Town(Options.live(Options.projectFolder()).withPort(0));
    }

    /** The scenarios that have been here. */
    static Set<String> visitors() {
        return Set.copyOf(VISITORS);
    }

    Client client() {
        return client;
    }

    /** What the outside cannot do: look behind the contract, and make things fail. */
    Kept behind() {
        return kept;
    }

    Mishaps mishaps() {
        return mishaps;
    }

    AwsMishaps awsMishaps() {
        return awsMishaps;
    }

    /** An address that nobody else in the town has. */
    String newAddress() {
        return "marie.curie" + people.incrementAndGet() + "@example.org";
    }

    /** A telephone number that nobody else in the town has. */
    String newPhone() {
        return "+331442730" + (10 + people.incrementAndGet());
    }

    /** Moves the clock; returns when everything that fell due has run. */
    void advance(String duration) {
        var answered = client.post("/_local/clock", Map.of("advance", duration));
        if (answered.status() != 200) {
            throw new IllegalStateException(answered.toString());
        }
    }

    Instant now() {
        return Instant.parse(client.get("/_local/clock").text("now"));
    }

    List<Message> mailTo(String address) {
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
