package dev.kept.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kept.http.Json;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;

/** An access request goes the whole way: from a web form to a signed receipt. */
class WholeWayTest {
    private final Town town = Town.running();

    @Test
    void aPersonAsksForHerDataAndGetsThem() throws IOException {
        var marie = new Person(town).registers().orders().asks();
        assertEquals("received", marie.state());

        marie.confirms();
        assertEquals("deciding", marie.state());

        assertEquals("carrying-out", new Office(town, "agnes", "agent").approves(marie.requestId()));
        assertEquals("answered", marie.state());

        var files = unzip(marie.downloads());
        assertTrue(files.containsKey("manifest.json"), files.keySet().toString());
        assertTrue(files.containsKey("lisez-moi.html"), files.keySet().toString());
        assertTrue(files.get("donnees/kept/contact.json").contains(marie.address()));
        assertTrue(files.keySet().stream().anyMatch(name -> name.startsWith("donnees/helpdesk-tickets/")));
        assertTrue(files.keySet().stream().anyMatch(name -> name.startsWith("documents/billing-documents/")));
    }

    @OnlyLocally(OnlyLocally.INSIDE)
    @Test
    void herAddressStandsInTheMailboxInHerPackageAndInTheConnectedSystemsAndNowhereElse() {
        var marie = new Person(town).registers().orders().asks().confirms();
        new Office(town, "agnes", "agent").approves(marie.requestId());
        marie.downloads();

        var places = Json.list(
                        town.client()
                                .get("/_local/find?text=" + marie.address())
                                .json(),
                        "found")
                .stream()
                .map(found -> String.valueOf(((Map<?, ?>) found).get("where")))
                .toList();

        assertTrue(!places.isEmpty());
        assertEquals(
                List.of(), places.stream().filter(place -> !isExpected(place)).toList());
    }

    private static boolean isExpected(String place) {
        return place.contains("mail")
                || place.contains("answers/")
                || place.contains("HelpdeskTickets")
                || place.contains("billingdocuments");
    }

    @OnlyLocally(OnlyLocally.TIME)
    @Test
    void eachHourOfDownloadsIsToldToHerOnce() {
        var marie = new Person(town).registers().asks().confirms();
        new Office(town, "agnes", "agent").approves(marie.requestId());
        var before = town.mailTo(marie.address()).size();
        var token = town.lastMailTo(marie.address()).token("/answers/" + marie.requestId());

        collects(marie, token);
        town.advance("PT1M");
        collects(marie, token);
        var told = town.lastMailTo(marie.address());
        assertEquals(before + 1, town.mailTo(marie.address()).size());
        assertEquals("Votre réponse a été téléchargée", told.subject());
        assertEquals(List.of(), told.links());
        assertTrue(told.text().contains(marie.requestId()) && !told.text().contains("Marie Curie"), told.text());

        town.advance("PT1H");
        collects(marie, token);
        assertEquals(before + 2, town.mailTo(marie.address()).size());
        assertEquals(3, marie.steps().stream().filter("downloaded"::equals).count());
    }

    @Test
    void aDownloadThatCannotBeToldIsNotCounted() {
        var marie = new Person(town).registers().asks().confirms();
        new Office(town, "agnes", "agent").approves(marie.requestId());
        var token = town.lastMailTo(marie.address()).token("/answers/" + marie.requestId());
        var times = town.policy().deadlines().downloads();

        for (var time = 0; time < times; time++) {
            town.mishaps().refuse("SendEmail", 1, marie.address());
            var refused = town.client().post("/answers/" + marie.requestId(), Map.of("token", token));
            assertEquals(503, refused.status(), refused.toString());
            assertEquals("60", refused.header("retry-after").orElse(""));
        }

        collects(marie, token);
    }

    private void collects(Person person, String token) {
        var answered = town.client().post("/answers/" + person.requestId(), Map.of("token", token));
        assertEquals(200, answered.status(), answered.toString());
    }

    @Test
    void theReceiptAndTheLedgerVerify() {
        var marie = new Person(town).registers().asks().confirms();
        var auditor = new Office(town, "aude", "auditor");
        var early = town.client()
                .get("/requests/" + marie.requestId() + "/receipt", "Authorization", "Bearer " + marie.followToken());
        assertEquals(404, early.status(), "no receipt before the answer");
        new Office(town, "agnes", "agent").approves(marie.requestId());

        var receipt = town.client()
                .get("/requests/" + marie.requestId() + "/receipt", "Authorization", "Bearer " + marie.followToken());
        assertEquals(200, receipt.status(), receipt.toString());
        assertEquals("application/jose", receipt.header("content-type").orElse(""));
        assertEquals(3, receipt.body().split("\\.", -1).length);
        var header = Json.object(
                new String(Base64.getUrlDecoder().decode(receipt.body().split("\\.", -1)[0]), StandardCharsets.UTF_8));
        var keys = Json.list(town.client().get("/.well-known/jwks.json").json(), "keys");
        assertTrue(keys.stream().anyMatch(key -> header.get("kid").equals(((Map<?, ?>) key).get("kid"))), "its key");

        var verified = auditor.get("/staff/ledger/verification");
        assertEquals(true, verified.json().get("intact"), verified.toString());
    }

    static Map<String, String> unzip(byte[] bytes) throws IOException {
        var files = new TreeMap<String, String>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(bytes), StandardCharsets.UTF_8)) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return files;
    }
}
