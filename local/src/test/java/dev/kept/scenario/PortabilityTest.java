package dev.kept.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kept.http.Json;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Somebody takes her data along: what she gave and what was observed of her, and nothing else (GDPR art. 20). */
class PortabilityTest {
    private final Town town = Town.running();
    private final Office agnes = new Office(town, "agnes", "agent");

    @Test
    void aPersonTakesAlongWhatSheGave() throws IOException {
        var phone = town.newPhone();
        var marie = new Person(town)
                .registersWith(Map.of("phone", phone, "city", "Sceaux"))
                .asksToTakeAlong()
                .confirms();

        var task = agnes.task(marie.requestId());
        assertEquals("decide-portability", task.get("kind"));
        assertEquals("hand-over-provided", Json.child(task, "plan").get("does"));
        assertTrue(Json.text(task).contains("contact"), task.toString());
        assertFalse(Json.text(Json.list(task, "found")).contains("billing"), task.toString());

        agnes.approves(marie.requestId());
        assertEquals("answered", marie.state());
        var files = WholeWayTest.unzip(marie.downloads());

        assertTrue(files.get("donnees/kept/contact.json").contains(marie.address()));
        assertTrue(files.get("donnees/kept/contact.csv").contains(marie.address()));
        assertTrue(files.get("contact.vcf").contains("EMAIL:" + marie.address() + "\r\n"), files.get("contact.vcf"));
        assertTrue(files.get("contact.vcf").startsWith("BEGIN:VCARD\r\nVERSION:4.0\r\nFN:Marie Curie\r\n"));
        assertTrue(files.get("lisez-moi.html").contains("article 20"));
    }

    @Test
    void whatIsHeldOnAnotherGroundStaysAndIsNamed() throws IOException {
        var marie = new Person(town).registers().orders().asksToTakeAlong().confirms();
        agnes.approves(marie.requestId());

        var files = WholeWayTest.unzip(marie.downloads());

        assertEquals(
                List.of(),
                files.keySet().stream()
                        .filter(name ->
                                name.contains("/company") || name.contains("/billing") || name.contains("documents/"))
                        .toList());
        assertFalse(files.containsKey("informations.json"), "article 15 is another right");
        assertTrue(files.get("lisez-moi.html").contains("Informations sur l’entreprise – ne repose ni sur"));
        var withheld = Receipt.of(town, marie).systems().stream()
                .filter(line -> "withheld".equals(line.get("outcome")))
                .map(line -> line.get("reason"))
                .toList();
        assertTrue(withheld.contains("OTHER_BASIS"), withheld.toString());
    }

    @Test
    void eachJsonFileHasItsSchemaBesideItAndFitsIt() throws IOException {
        var marie = new Person(town).registers().asksToTakeAlong().confirms();
        agnes.approves(marie.requestId());

        var files = WholeWayTest.unzip(marie.downloads());
        var data = files.keySet().stream()
                .filter(name -> name.matches("donnees/.*/[a-z-]+\\.json"))
                .toList();

        assertFalse(data.isEmpty());
        for (var name : data) {
            var written = Json.object(files.get(name));
            assertEquals(name.replaceAll(".*/", "./").replace(".json", ".schema.json"), written.get("$schema"), name);
            var schema = Json.object(files.get(name.replace(".json", ".schema.json")));
            var record = Json.child(Json.child(Json.child(schema, "properties"), "records"), "items");
            var described = Json.child(Json.child(Json.child(record, "properties"), "data"), "properties");
            for (var one : Json.list(written, "records")) {
                assertEquals(
                        described.keySet(),
                        Json.child(Json.child(Map.of("", one), ""), "data").keySet(),
                        name);
            }
        }
    }
}
