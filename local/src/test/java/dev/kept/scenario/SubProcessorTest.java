package dev.kept.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kept.http.Json;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;

/** A sub-processor is asked like every other system, over HTTP, and what it holds goes with the rest. */
class SubProcessorTest {
    private static final String SYSTEM = "mailing-service";

    private final Town town = Town.running();

    @Test
    void whatItHoldsIsInTheAnswer() throws IOException {
        var ada = new Person(town).registersAndSubscribes().asks().confirms();
        var agnes = new Office(town, "agnes", "agent");
        assertEquals(Map.of("marketing", 1), found(agnes.task(ada.requestId())));

        agnes.approves(ada.requestId());

        var files = unzip(ada.downloads());
        var page = files.get("donnees/mailing-service/marketing.json");
        assertTrue(page.contains(ada.address()), files.keySet().toString());
    }

    @Test
    void whoNeverSubscribedIsUnknownThere() {
        var ada = new Person(town).registers().asks().confirms();

        assertEquals(Map.of(), found(new Office(town, "agnes", "agent").task(ada.requestId())));
    }

    @OnlyLocally(OnlyLocally.INSIDE)
    @Test
    void whatItHoldsIsErased() {
        var ada = new Person(town).registersAndSubscribes().asksForDeletion().confirms();
        assertTrue(places(ada).stream().anyMatch(place -> place.startsWith("system " + SYSTEM)));

        Office.bothApprove(town, ada.requestId());

        assertEquals("answered", ada.state());
        assertFalse(places(ada).stream().anyMatch(place -> place.startsWith("system " + SYSTEM)));
    }

    @OnlyLocally(OnlyLocally.TIME)
    @Test
    void whileItIsDownItIsAskedAgain() {
        var office = new Office(town, "agnes", "agent");
        town.company().off(SYSTEM, town.now().plus(Duration.ofDays(1)));
        var ada = new Person(town).registersAndSubscribes().asks().confirms();
        assertEquals(false, line(office.task(ada.requestId())).get("answered"));
        office.approves(ada.requestId());
        assertEquals("carrying-out", ada.state());

        town.advance("P2D");

        assertEquals("answered", ada.state());
    }

    private static Object found(Map<String, Object> task) {
        return line(task).get("found");
    }

    private static Map<?, ?> line(Map<String, Object> task) {
        return Json.list(Json.child(task, "plan"), "systems").stream()
                .map(line -> (Map<?, ?>) line)
                .filter(line -> SYSTEM.equals(line.get("system")))
                .findFirst()
                .orElseThrow();
    }

    private List<String> places(Person person) {
        return Json.list(
                        town.client()
                                .get("/_local/find?text=" + person.address())
                                .json(),
                        "found")
                .stream()
                .map(found -> String.valueOf(((Map<?, ?>) found).get("where")))
                .toList();
    }

    private static Map<String, String> unzip(byte[] zip) throws IOException {
        var files = new TreeMap<String, String>();
        try (var entries = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (var entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                files.put(entry.getName(), new String(entries.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return files;
    }
}
