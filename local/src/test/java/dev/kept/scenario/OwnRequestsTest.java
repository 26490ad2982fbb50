package dev.kept.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kept.http.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What a person has asked before is among what she gets when she asks for her data (GDPR art. 15). */
@OnlyLocally(OnlyLocally.VARIATION)
class OwnRequestsTest {
    private static final String REQUESTS = "donnees/kept/requests.json";

    private final Town town = Town.running();
    private final Office agnes = new Office(town, "agnes", "agent");

    @Test
    void sheGetsWhatSheAskedAndWhatBecameOfIt() throws IOException {
        var stranger = new Person(town).registers().asksForRestriction().confirms();
        var marie = new Person(town)
                .registers()
                .proposes(Map.of("name", "Marie Skłodowska-Curie"))
                .confirms();
        var correction = marie.requestId();
        var refused = agnes.decides(agnes.task(correction), "refuse", "ACCURATE", "Said among ourselves");
        assertEquals(200, refused.status(), refused.toString());
        marie.objectsTo("marketing").confirms();
        marie.asksForAccess().confirms();

        assertEquals(3, found(marie), "staff decide about them, too");
        agnes.approves(marie.requestId());
        var files = WholeWayTest.unzip(marie.downloads());

        var requests = byKind(files);
        assertEquals(Set.of("correction", "objection", "access"), requests.keySet());
        var first = requests.get("correction");
        assertEquals(correction, first.get("reference"));
        assertEquals("refused", first.get("state"));
        assertEquals("Marie Skłodowska-Curie", first.get("details.fields.name"));
        assertTrue(Json.string(first, "steps").contains("Z refused"), first.toString());
        var second = requests.get("objection");
        assertEquals("answered", second.get("state"));
        assertEquals("marketing", second.get("details.purposes"));
        var third = requests.get("access");
        assertEquals(marie.requestId(), third.get("reference"));
        assertEquals("carrying-out", third.get("state"));
        assertFalse(third.containsKey("steps"), "of the one that is being answered, nothing that still moves");
        requests.values().forEach(request -> assertEquals(marie.address(), request.get("identifier")));
        for (var file : files.values()) {
            assertFalse(file.contains("Said among ourselves"), "what staff noted");
            assertFalse(file.contains(stranger.requestId()), "what somebody else asked");
        }
    }

    @Test
    void theCountIsTheSameEverywhere() throws IOException {
        var marie = new Person(town).registers().objectsTo("marketing").confirms();
        marie.asksForAccess().confirms();
        agnes.approves(marie.requestId());
        var files = WholeWayTest.unzip(marie.downloads());

        assertEquals(2, requests(files).size());
        for (var request : requests(files)) {
            assertTrue(files.get("donnees/kept/requests.csv").contains(Json.string(request, "reference")));
        }
        assertEquals(2, count(Json.list(Json.object(files.get("manifest.json")), "sources"), "system"));
        assertEquals(2, count(Receipt.of(town, marie).systems(), "id"));
        var page = files.get("lisez-moi.html");
        assertTrue(page.contains("Dossiers de demandes"), page);
        assertTrue(page.contains("<td>Opposition</td>") && page.contains("<td>La prospection</td>"), page);
        assertTrue(page.contains("Reçue le") && !page.contains("answerBy"), page);
        assertTrue(page.contains("2224"), "how long they are kept, and why");
        var information = Json.object(files.get("informations.json"));
        assertTrue(Json.text(Json.list(information, "purposes")).contains("requests"), information.toString());
    }

    @Test
    void filesThatSheAddedAreListedAndNotOpened() throws IOException {
        var marie = new Person(town)
                .registers()
                .proposes(Map.of("name", "Marie Skłodowska-Curie"))
                .confirms();
        var proof = "%PDF-1.7\n1 0 obj\n(hers)\nendobj\ntrailer\n<<>>\n%%EOF\n".getBytes(StandardCharsets.US_ASCII);
        var added = town.client()
                .upload(
                        "/requests/" + marie.requestId() + "/evidence",
                        Map.of("token", marie.followToken()),
                        "acte.pdf",
                        proof,
                        "Accept",
                        "text/html");
        assertEquals(303, added.status(), added.toString());
        marie.asksForAccess().confirms();
        agnes.approves(marie.requestId());

        var listed = Json.string(byKind(WholeWayTest.unzip(marie.downloads())).get("correction"), "evidence");

        assertTrue(
                listed.startsWith("evidence-1.pdf application/pdf " + proof.length + " bytes "),
                listed + ": its own name was not kept");
    }

    @Test
    void whatWasErasedIsSaidToBe() throws IOException {
        var marie = new Person(town).registers().orders().asks().confirms();
        var first = marie.requestId();
        agnes.approves(first);
        marie.asksForDeletion().confirms();
        Office.bothApprove(town, marie.requestId());
        assertEquals("answered", marie.state());

        marie.asksForAccess().confirms();
        agnes.approves(marie.requestId());
        var requests = byKind(WholeWayTest.unzip(marie.downloads()));

        assertEquals(Set.of("access", "deletion"), requests.keySet(), "those of who she was");
        assertEquals(first, requests.get("access").get("reference"));
        assertEquals("erased", requests.get("access").get("typed"));
        assertFalse(requests.get("access").containsKey("identifier"));
        assertTrue(Json.string(requests.get("access"), "steps").contains("Z answered"), requests.toString());
    }

    @Test
    void theyAreNotTakenAlong() throws IOException {
        var marie = new Person(town).registers().objectsTo("marketing").confirms();
        marie.asksToTakeAlong().confirms();
        assertEquals(0, found(marie));
        agnes.approves(marie.requestId());
        var files = WholeWayTest.unzip(marie.downloads());

        assertFalse(files.keySet().stream().anyMatch(name -> name.contains("requests")), files.toString());
        assertTrue(files.get("lisez-moi.html").contains("Dossiers de demandes – ne repose ni sur"));
        var withheld = Receipt.of(town, marie).withheld().stream()
                .filter(line -> "kept".equals(line.get("id")))
                .toList();
        assertEquals(2, count(withheld, "id"), "they rest on a legal obligation");
    }

    @Test
    void whoeverIsNotOnFileHasNone() throws IOException {
        var nobody = new Person(town).asks().confirms();
        agnes.approves(nobody.requestId());

        var files = WholeWayTest.unzip(nobody.downloads());

        assertFalse(files.containsKey(REQUESTS), files.keySet().toString());
    }

    /** How many the task shows. */
    private int found(Person person) {
        return Json.list(agnes.task(person.requestId()), "found").stream()
                .map(one -> (Map<?, ?>) one)
                .filter(line -> "requests".equals(line.get("category")))
                .mapToInt(line -> ((Number) line.get("count")).intValue())
                .sum();
    }

    private static int count(List<?> lines, String named) {
        return lines.stream()
                .map(line -> Json.child(Map.of("", line), ""))
                .filter(line -> "kept".equals(line.get(named)))
                .mapToInt(line -> ((Number) Json.child(line, "found").getOrDefault("requests", 0)).intValue())
                .sum();
    }

    private static List<Map<String, Object>> requests(Map<String, String> files) {
        return Json.list(Json.object(files.get(REQUESTS)), "records").stream()
                .map(one -> Json.child(Json.child(Map.of("", one), ""), "data"))
                .toList();
    }

    private static Map<String, Map<String, Object>> byKind(Map<String, String> files) {
        return requests(files).stream()
                .collect(Collectors.toMap(request -> Json.string(request, "kind"), request -> request));
    }
}
